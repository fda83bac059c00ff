import { float64At } from '../../shared/item-at.ts'
import type { Agreement } from './agreement.ts'
import type { SkillDescriptions } from './skill-descriptions.ts'
import { type Evidence, strengthOf } from './text-evidence.ts'
import type { SkillHint } from './text-skill.ts'
import type { TextWord } from './text-words.ts'
import type { WordRank } from './word-rank.ts'

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

/**
 * Thresholds for displayed skills. They are higher, because people read a wrong skill, while in a match both texts
 * support it. The rest of the text must agree (see `Agreement`), less so for firm skills, or no other skill may come
 * near to a named one.
 */
const SHOWN = {
  least: 0.3,
  leastByOneWord: 0.4,
  agreed: { least: 0.45, leastOfBest: 0.6 },
  agreedIfNamed: { least: 0.45, leastOfBest: 0.45 },
  agreedIfFirm: { least: 0.35, leastOfBest: 0.4 },
  alone: { least: 0.4, mostOfOthers: 0.6 },
} as const
export const MAX_SKILLS_OF_TEXT = 6
/** Skills without evidence that become hints, the likeliest by what has been learnt of words. */
const MOST_LIKELY = 12
const LEAST_LIKELIHOOD = -4
/** The confidence by words in a skill that no word expresses. */
export const UNSPOKEN = 0.05
/** The minimum for hints. */
const LEAST_HINT = 0.12
const MAX_HINTS = 10
/** Maximum number of strongest skills that are compared. */
const MAX_COMPARED = 30
const MAX_BECAUSE = 4
/** Words beyond this rank are not everyday words. Chosen on `test/bench/data`. */
const RARE_RANK = 5000
/** Minimum part of the evidence that must be about what is sought. The rest may be about the writer. */
const LEAST_SOUGHT = 0.6
/** Factor for a skill whose evidence all supports a surer skill too. */
const CLAIMED = 0.55

interface Weighed {
  skill: number
  evidence: Evidence
}

interface Sure extends Weighed {
  /** From its own words. */
  confidence: number
  /** A whole name is among the words that support no surer skill. */
  isNamed: boolean
  /** All of its words support surer skills too. */
  isRepeat: boolean
}

interface Compared extends Sure {
  /** How likely it is, given everything that the text says. */
  agreed: number
  isOnlyHint: boolean
}

/** Functions and data with which evidence is evaluated. */
export interface ReadingOfEvidence {
  rankOf: WordRank
  /** Returns words as they are written in the text. */
  quote: (words: readonly TextWord[]) => string[]
  agreement: Agreement
  /** Places of all skills by likeness (see `Likeness`). */
  places: Uint16Array
  /** Of all skills, by what has been learnt of words (see `createLikelihoods`). */
  logLikelihoods: Float64Array
}

/**
 * Returns the surest skills by their own words, with those that the rest of the text makes sure, and as hints the likeliest that
 * no word expresses.
 */
export function surestSkills(
  found: ReadonlyMap<number, Evidence>,
  { skills }: SkillDescriptions,
  { rankOf, quote, agreement, places, logLikelihoods }: ReadingOfEvidence,
): SkillHint[] {
  const strongest = [...found]
    .map(([skill, evidence]) => ({ skill, evidence, strength: strengthOf(evidence) }))
    .filter(({ strength }) => confidenceOf(strength) >= LEAST_HINT)
    .sort((a, b) => b.strength - a.strength || compareIds(skills, a, b))
    .slice(0, MAX_COMPARED)
  const byWords = withoutRepeats(strongest)
    .filter(({ confidence }) => confidence >= LEAST_HINT)
    .sort((a, b) => b.confidence - a.confidence || compareIds(skills, a, b))
  const agreed = agreement(byWords, places)
  const compared = byWords.map((one, at) => ({
    ...one,
    agreed: agreed[at] ?? 0,
    isOnlyHint: isHint(one.evidence, rankOf),
  }))
  const isBeside = besideBest(compared)
  const { sure, firm, firmIfNamed } = TEXT_CONFIDENCE
  const isFirmByWords = (one: Compared) => isBeside(one, one.isNamed ? firmIfNamed : firm)
  const shown = shownOf(
    compared.filter((one) => !one.isRepeat || isBeside(one, firm)),
    isFirmByWords,
  )
  const hints = compared.flatMap((one, at) => {
    const described = skills[one.skill]
    const isShown = shown.has(one)
    if (!described || (at >= MAX_HINTS && !isShown)) return []
    const isFirm = isShown || isFirmByWords(one)
    return [
      {
        skill: described.id,
        label: described.label,
        confidence: one.confidence,
        likelihood: float64At(logLikelihoods, one.skill),
        because: mostTelling(one.evidence, quote),
        isSure: isFirm || isBeside(one, sure),
        isShown,
        isFirm,
        isOfWriter: isOfWriter(one.evidence),
      },
    ]
  })
  return [...hints, ...unspokenSkills(byWords, skills, logLikelihoods)]
}

/** Returns the likeliest of the skills that no word expresses. */
function unspokenSkills(
  spoken: readonly Weighed[],
  skills: SkillDescriptions['skills'],
  logLikelihoods: Float64Array,
): SkillHint[] {
  const known = new Set(spoken.map(({ skill }) => skill))
  return skills
    .map(({ id, label }, skill) => ({ skill, id, label, likelihood: float64At(logLikelihoods, skill) }))
    .filter(({ skill, likelihood }) => likelihood >= LEAST_LIKELIHOOD && !known.has(skill))
    .sort((a, b) => b.likelihood - a.likelihood || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LIKELY)
    .map(({ id, label, likelihood }) => ({
      ...{ skill: id, label, confidence: UNSPOKEN, likelihood, because: [] },
      ...{ isSure: false, isShown: false, isFirm: false, isOfWriter: false },
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

function shownOf(compared: readonly Compared[], isFirm: (one: Compared) => boolean): ReadonlySet<Compared> {
  const best = Math.max(0, ...compared.map(({ agreed }) => agreed))
  const agrees = ({ agreed }: Compared, { least, leastOfBest }: { least: number; leastOfBest: number }) =>
    agreed >= Math.max(least, leastOfBest * best)
  const found = compared.filter((one) => {
    if (one.isOnlyHint) return false
    if (isFirm(one) && (isAskedFor(one.evidence) || agrees(one, SHOWN.agreedIfFirm))) return true
    const least = isOneWord(one.evidence) ? SHOWN.leastByOneWord : SHOWN.least
    const isAgreed = agrees(one, one.isNamed ? SHOWN.agreedIfNamed : SHOWN.agreed)
    return one.confidence >= least && (isAgreed || isAlone(one, compared))
  })
  return new Set(found.sort((a, b) => b.agreed - a.agreed).slice(0, MAX_SKILLS_OF_TEXT))
}

/** Returns whether a skill is the surest by its own words, is named or has several words, and no other comes near. */
function isAlone(one: Compared, [best, second]: readonly Compared[]): boolean {
  return (
    one === best &&
    (one.isNamed || !isOneWord(one.evidence)) &&
    one.confidence >= SHOWN.alone.least &&
    (second?.confidence ?? 0) <= SHOWN.alone.mostOfOthers * one.confidence
  )
}

/** Returns whether a word of the skill's name is what the text asks for: "We need a driver". */
function isAskedFor(evidence: Evidence): boolean {
  return [...evidence.values()].some(({ isName, words }) => isName && words.some(({ isAsked }) => isAsked))
}

function isOneWord(evidence: Evidence): boolean {
  return new Set([...evidence.values()].flatMap(({ words }) => words)).size === 1
}

function isHint(evidence: Evidence, rankOf: WordRank): boolean {
  return isOfWriter(evidence) || isPurpose(evidence) || isThin(evidence, rankOf)
}

/** Returns whether most of a skill's evidence is words about the writer. */
function isOfWriter(evidence: Evidence): boolean {
  let sum = 0
  let sought = 0
  for (const { words, strength } of evidence.values()) {
    sum += strength
    sought +=
      (strength * words.filter(({ ofWriter }) => !ofWriter || ofWriter === 'purpose').length) / words.length
  }
  return sought < LEAST_SOUGHT * sum
}

/** Returns whether all evidence of a skill only says what something is for. */
function isPurpose(evidence: Evidence): boolean {
  return [...evidence.values()].every(({ words }) => words.every(({ ofWriter }) => ofWriter !== null))
}

/**
 * Returns whether a skill's only evidence is one word in the middle of a text that is not its name (`sneakers`) or is
 * an everyday word (`export`). Titles are about their words, and a word that is asked for is meant.
 */
function isThin(evidence: Evidence, rankOf: WordRank): boolean {
  const all = [...evidence.values()]
  const words = new Set(all.flatMap((one) => one.words))
  const [only] = words
  if (words.size !== 1 || !only || only.isInTitle || only.isAsked) return false
  return !all.some(({ isName }) => isName) || (rankOf(only.text) ?? RARE_RANK) < RARE_RANK
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

/** Returns the words of the strongest evidence, as written in the text. */
function mostTelling(evidence: Evidence, quote: (words: readonly TextWord[]) => string[]): string[] {
  const sorted = [...evidence.values()].sort((a, b) => b.strength - a.strength)
  const words = new Set<TextWord>()
  for (const one of sorted) {
    if (words.size >= MAX_BECAUSE) break
    for (const word of one.words) words.add(word)
  }
  return [...new Set(quote([...words]))]
}
