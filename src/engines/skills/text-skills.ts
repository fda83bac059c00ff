import { createSlicedWork } from '../../shared/sliced-work.ts'
import { correctWords } from './corrected-words.ts'
import type { SkillEntry } from './skill.ts'
import { describeSkills, type SkillDescriptions } from './skill-descriptions.ts'
import { type Evidence, evidenceIn, strengthOf } from './text-evidence.ts'
import { partsOf, readTextWords, type TextWord } from './text-words.ts'
import type { WordRank } from './word-rank.ts'

/** A skill that the words of a text express. */
export interface TextSkill {
  skill: string
  label: string
  /** In (0, 1); see `TEXT_CONFIDENCE`. */
  confidence: number
  /** The parts of the text that express it, as written. */
  because: string[]
}

export interface SkillText {
  title: string
  description: string
}

/** Finds the skills that a title and a description express, the surest first. */
export type TextSkills = (text: SkillText) => TextSkill[]

/**
 * Chosen on `test/bench/data`. A sum of evidence as high as `half` gives a confidence of one half. Skills below `least`, or
 * below a part of the surest, are left out.
 */
export const TEXT_CONFIDENCE = {
  half: 0.6,
  least: 0.35,
  leastOfBest: 0.6,
} as const
export const MAX_SKILLS_OF_TEXT = 6
const MAX_BECAUSE = 4
const TITLE_WEIGHT = 1.5
/** Left of the strength of a skill if all of its evidence speaks for a surer skill too. */
const CLAIMED = 0.55

/**
 * Describes each skill by the words of its names, tools and phrases, and returns a function that compares texts with the
 * descriptions. A pure function of the entries and the text.
 */
export function createTextSkills(entries: Iterable<SkillEntry>, rankOf: WordRank): TextSkills {
  const descriptions = createSlicedWork(describeSkills(entries, rankOf)).now()
  return (text) => readSkills(descriptions, rankOf, text)
}

function readSkills(descriptions: SkillDescriptions, rankOf: WordRank, { title, description }: SkillText) {
  const titleWords = correctWords(descriptions, readTextWords(title, TITLE_WEIGHT), rankOf)
  const ofTitle = new Set(titleWords)
  const after = (titleWords.at(-1)?.place ?? 0) + 10
  const descriptionWords = correctWords(descriptions, readTextWords(description, 1), rankOf).map((word) => ({
    ...word,
    place: word.place + after,
  }))
  const words = [...titleWords, ...descriptionWords]
  const found = evidenceIn(descriptions, words, { rankOf, leastStrength: LEAST_STRENGTH })
  const quote = (words: readonly TextWord[]) => [
    ...partsOf(
      title,
      words.filter((word) => ofTitle.has(word)),
    ),
    ...partsOf(
      description,
      words.filter((word) => !ofTitle.has(word)),
    ),
  ]
  return surest(found, descriptions, quote)
}

interface Weighed {
  skill: number
  evidence: Evidence
}

function surest(
  found: ReadonlyMap<number, Evidence>,
  { skills }: SkillDescriptions,
  quote: (words: readonly TextWord[]) => string[],
): TextSkill[] {
  const strongest = [...found]
    .map(([skill, evidence]) => ({ skill, evidence, strength: strengthOf(evidence) }))
    .filter(({ strength }) => confidenceOf(strength) >= TEXT_CONFIDENCE.least)
    .sort((a, b) => b.strength - a.strength || compareIds(skills, a, b))
    .slice(0, 3 * MAX_SKILLS_OF_TEXT)
  const weighed = withoutRepeats(strongest)
  const best = Math.max(0, ...weighed.map(({ confidence }) => confidence))
  const least = Math.max(TEXT_CONFIDENCE.least, TEXT_CONFIDENCE.leastOfBest * best)
  return weighed
    .filter(({ confidence }) => confidence >= least)
    .sort((a, b) => b.confidence - a.confidence || compareIds(skills, a, b))
    .slice(0, MAX_SKILLS_OF_TEXT)
    .flatMap(({ skill, evidence, confidence }) => {
      const described = skills[skill]
      if (!described) return []
      return [
        { skill: described.id, label: described.label, confidence, because: mostTelling(evidence, quote) },
      ]
    })
}

function compareIds(skills: SkillDescriptions['skills'], a: Weighed, b: Weighed): number {
  return (skills[a.skill]?.id ?? '') < (skills[b.skill]?.id ?? '') ? -1 : 1
}

/** Lowers the confidence of skills whose words speak for a surer skill too. */
function withoutRepeats(strongest: readonly (Weighed & { strength: number })[]) {
  const claimed = new Set<TextWord>()
  return strongest.map(({ skill, evidence, strength }) => {
    let sum = 0
    let fresh = 0
    for (const one of evidence.values()) {
      sum += one.strength
      fresh += (one.strength * one.words.filter((word) => !claimed.has(word)).length) / one.words.length
    }
    for (const one of evidence.values()) for (const word of one.words) claimed.add(word)
    return { skill, evidence, confidence: confidenceOf(strength * (CLAIMED + (1 - CLAIMED) * (fresh / sum))) }
  })
}

/** Less than what gives the least confidence, which is rounded. */
const LEAST_STRENGTH = (TEXT_CONFIDENCE.half * TEXT_CONFIDENCE.least) / (1 - TEXT_CONFIDENCE.least) - 0.01

/** In thousandths. */
function confidenceOf(strength: number): number {
  return Math.round((strength / (strength + TEXT_CONFIDENCE.half)) * 1000) / 1000
}

/** The words of the strongest evidence, as they stand in the text. */
function mostTelling(evidence: Evidence, quote: (words: readonly TextWord[]) => string[]): string[] {
  const sorted = [...evidence.values()].sort((a, b) => b.strength - a.strength)
  const words = new Set<TextWord>()
  for (const one of sorted) {
    if (words.size >= MAX_BECAUSE) break
    for (const word of one.words) words.add(word)
  }
  return [...new Set(quote([...words]))]
}
