import { float64At } from '../../shared/item-at.ts'
import type { Compared, ReadingOfEvidence, Sure, Weighed } from './compared-skill.ts'
import { isAskedFor, isHint, isOfWriter } from './kinds-of-evidence.ts'
import { MAX_SKILLS_OF_TEXT, shownSkillsOf } from './shown-skills.ts'
import type { SkillDescriptions } from './skill-descriptions.ts'
import { type Evidence, strengthOf } from './text-evidence.ts'
import type { SkillHint } from './text-skill.ts'
import type { TextWord } from './text-words.ts'

/**
 * Thresholds, chosen on `test/bench/data`. Evidence with a sum of `half` gives a confidence of one half. A skill below
 * `sure`, or below that part of the surest, is a hint. A `firm` skill stays sure whatever the whole text means. A skill
 * named by words of its own needs less next to another, because a text that names two things is about both.
 */
export const TEXT_CONFIDENCE = {
  half: 0.6,
  sure: { least: 0.35, leastOfBest: 0.6 },
  firm: { least: 0.4, leastOfBest: 0.7 },
  firmIfNamed: { least: 0.35, leastOfBest: 0.5 },
} as const

/** Skills without evidence that become hints, the likeliest by what has been learnt of words. */
const MOST_LIKELY = 12
const LEAST_LIKELIHOOD = -4
const NO_EVIDENCE: Evidence = new Map()
/** The confidence by words in a skill that no word expresses. */
export const UNSPOKEN = 0.05
/** The minimum for hints. */
const LEAST_HINT = 0.12
const MAX_HINTS = 10
/** Maximum number of strongest skills that are compared. */
const MAX_COMPARED = 30
const MAX_BECAUSE = 4
/** Factor for a skill whose evidence all supports a surer skill too. */
const CLAIMED = 0.55

/**
 * Returns the surest skills by their own words, with those that the rest of the text makes sure, and as hints the likeliest that
 * no word expresses.
 */
export function surestSkills(
  found: ReadonlyMap<number, Evidence>,
  { skills }: SkillDescriptions,
  { rankOf, quote, agreement, wholeText, learntWordsFor }: ReadingOfEvidence,
): SkillHint[] {
  const compared = compare(found, skills, { rankOf, agreement, wholeText })
  const isBeside = besideBest(compared)
  const { sure, firm, firmIfNamed } = TEXT_CONFIDENCE
  const isFirmByWords = (one: Compared) => isBeside(one, one.isNamed ? firmIfNamed : firm)
  const shown = shownSkillsOf(compared, isFirmByWords, { wholeText, learntWordsFor })
  return compared.flatMap((one, at) => {
    const described = skills[one.skill]
    const isShown = shown.has(one)
    if (!described || (at >= MAX_HINTS && !isShown && !one.isUnspoken)) return []
    const isFirm = isShown || isFirmByWords(one)
    const because = isShown && one.isUnspoken ? learntWordsFor(one.skill) : mostTelling(one.evidence)
    return [
      {
        skill: described.id,
        label: described.label,
        confidence: one.confidence,
        agreed: rounded(one.agreed),
        likelihood: float64At(wholeText.logLikelihoods, one.skill),
        because: [...new Set(quote(because))],
        isSure: isFirm || isBeside(one, sure),
        isShown,
        isFirm,
        isOfWriter: isOfWriter(one.evidence),
      },
    ]
  })
}

/** Returns the skills that words describe, surest first, and the likeliest of the others, with what the whole text says of each. */
function compare(
  found: ReadonlyMap<number, Evidence>,
  skills: SkillDescriptions['skills'],
  { rankOf, agreement, wholeText }: Pick<ReadingOfEvidence, 'rankOf' | 'agreement' | 'wholeText'>,
): Compared[] {
  const strongest = [...found]
    .map(([skill, evidence]) => ({ skill, evidence, strength: strengthOf(evidence) }))
    .filter(({ strength }) => confidenceOf(strength) >= LEAST_HINT)
    .sort((a, b) => b.strength - a.strength || compareIds(skills, a, b))
    .slice(0, MAX_COMPARED)
  const byWords = withoutRepeats(strongest)
    .filter(({ confidence }) => confidence >= LEAST_HINT)
    .sort((a, b) => b.confidence - a.confidence || compareIds(skills, a, b))
    .map((one) => ({ ...one, isOnlyHint: isHint(one.evidence, rankOf), isUnspoken: false }))
  const all = [...byWords, ...unspokenSkills(byWords, skills, wholeText.logLikelihoods)]
  const agreed = agreement(
    all.map((one) => ({ ...one, isHint: one.isOnlyHint, isAsked: isAskedFor(one.evidence) })),
    wholeText,
  )
  return all.map((one, at) => ({ ...one, agreed: agreed[at] ?? 0 }))
}

/** Returns the likeliest of the skills that no word describes. */
function unspokenSkills(
  spoken: readonly Weighed[],
  skills: SkillDescriptions['skills'],
  logLikelihoods: Float64Array,
): Omit<Compared, 'agreed'>[] {
  const known = new Set(spoken.map(({ skill }) => skill))
  return skills
    .map(({ id }, skill) => ({ skill, id, likelihood: float64At(logLikelihoods, skill) }))
    .filter(({ skill, likelihood }) => likelihood >= LEAST_LIKELIHOOD && !known.has(skill))
    .sort((a, b) => b.likelihood - a.likelihood || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LIKELY)
    .map(({ skill }) => ({
      ...{ skill, evidence: NO_EVIDENCE, confidence: UNSPOKEN },
      ...{ isNamed: false, isRepeat: false, isOnlyHint: false, isUnspoken: true },
    }))
}

/**
 * Returns a check of whether a skill's own words make it sure, relative to the best. `compared` is sorted, surest
 * first.
 */
function besideBest(compared: readonly Compared[]) {
  const best = compared[0]?.confidence ?? 0
  const first = new Set(compared.slice(0, MAX_SKILLS_OF_TEXT))
  return (one: Compared, { least, leastOfBest }: { least: number; leastOfBest: number }): boolean =>
    first.has(one) && !one.isOnlyHint && one.confidence >= Math.max(least, leastOfBest * best)
}

function compareIds(skills: SkillDescriptions['skills'], a: Weighed, b: Weighed): number {
  return (skills[a.skill]?.id ?? '') < (skills[b.skill]?.id ?? '') ? -1 : 1
}

/** Lowers the confidence of skills whose words support a surer skill too. */
function withoutRepeats(strongest: readonly (Weighed & { strength: number })[]): Sure[] {
  const claimed = new Set<TextWord>()
  return strongest.map(({ skill, evidence, strength }) => {
    let sum = 0
    let fresh = 0
    let isNamed = false
    for (const one of evidence.values()) {
      const own = one.words.filter((word) => !claimed.has(word)).length
      sum += one.strength
      fresh += (one.strength * own) / one.words.length
      if (one.isName && own === one.words.length) isNamed = true
    }
    for (const one of evidence.values()) for (const word of one.words) claimed.add(word)
    const confidence = confidenceOf(strength * (CLAIMED + (1 - CLAIMED) * (fresh / sum)))
    return { skill, evidence, confidence, isNamed, isRepeat: fresh === 0 }
  })
}

/** Minimum strength of a hint. Slightly below the strength of the minimum confidence, which is rounded. */
export const LEAST_STRENGTH = (TEXT_CONFIDENCE.half * LEAST_HINT) / (1 - LEAST_HINT) - 0.01

function confidenceOf(strength: number): number {
  return rounded(strength / (strength + TEXT_CONFIDENCE.half))
}

/** Rounds to thousandths. */
function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
}

/** Returns the words of the strongest evidence. */
function mostTelling(evidence: Evidence): TextWord[] {
  const sorted = [...evidence.values()].sort((a, b) => b.strength - a.strength)
  const words = new Set<TextWord>()
  for (const one of sorted) {
    if (words.size >= MAX_BECAUSE) break
    for (const word of one.words) words.add(word)
  }
  return [...words]
}
