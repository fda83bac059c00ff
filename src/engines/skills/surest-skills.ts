import type { Agreement } from './agreement.ts'
import type { SkillDescriptions } from './skill-descriptions.ts'
import { type Evidence, strengthOf } from './text-evidence.ts'
import type { SkillHint } from './text-skill.ts'
import type { TextWord } from './text-words.ts'
import type { WordRank } from './word-rank.ts'

/**
 * Chosen on `test/bench/data`. A sum of evidence as high as `half` gives a confidence of one half. What is below `sure`, and below a
 * part of the surest, is a hint. What is `firm` by its words stays sure whatever the text means; a skill that is named by words of
 * its own may be less sure beside another: who names two things speaks of two.
 */
export const TEXT_CONFIDENCE = {
  half: 0.6,
  sure: { least: 0.35, leastOfBest: 0.6 },
  firm: { least: 0.4, leastOfBest: 0.7 },
  firmIfNamed: { least: 0.35, leastOfBest: 0.5 },
} as const

/**
 * What is shown takes more, since a skill that is wrong is read by people, while in a match both texts speak for it: the rest of the
 * text must agree (see `Agreement`), less so with what is firm, or nothing else comes near to what is named.
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
/** The same of hints. */
const LEAST_HINT = 0.12
const MAX_HINTS = 10
/** The strongest that are looked at beside each other. */
const MAX_COMPARED = 30
const MAX_BECAUSE = 4
/** Words beyond this rank are no everyday words. Chosen on `test/bench/data`. */
const RARE_RANK = 5000
/** Least part of what speaks for a skill that tells what is sought, where the rest tells who writes. */
const LEAST_SOUGHT = 0.6
/** Left of the strength of a skill if all of its evidence speaks for a surer skill too. */
const CLAIMED = 0.55

interface Weighed {
  skill: number
  evidence: Evidence
}

interface Sure extends Weighed {
  /** By its words. */
  confidence: number
  /** Words that speak for no surer skill hold a whole name. */
  isNamed: boolean
  /** All of its words speak for surer skills too. */
  isRepeat: boolean
}

interface Compared extends Sure {
  /** How likely it is beside all that the text says. */
  agreed: number
  isOnlyHint: boolean
}

/** What evidence is read with. */
export interface ReadingOfEvidence {
  rankOf: WordRank
  /** How words stand in the text. */
  quote: (words: readonly TextWord[]) => string[]
  agreement: Agreement
  /** Of each skill by likeness: see `Likeness`. */
  places: Uint16Array
}

/** The surest skills by their words, with those that the rest of the text makes sure. */
export function surestSkills(
  found: ReadonlyMap<number, Evidence>,
  { skills }: SkillDescriptions,
  { rankOf, quote, agreement, places }: ReadingOfEvidence,
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
  return compared.flatMap((one, at) => {
    const described = skills[one.skill]
    const isShown = shown.has(one)
    if (!described || (at >= MAX_HINTS && !isShown)) return []
    const isFirm = isShown || isFirmByWords(one)
    return [
      {
        skill: described.id,
        label: described.label,
        confidence: one.confidence,
        because: mostTelling(one.evidence, quote),
        isSure: isFirm || isBeside(one, sure),
        isShown,
        isFirm,
        isOfWriter: isOfWriter(one.evidence),
      },
    ]
  })
}

/** Whether the words of a skill say it surely, beside those of the best. The surest come first. */
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

/** Whether it is the surest by its words, named or told by several, and no other comes near. */
function isAlone(one: Compared, [best, second]: readonly Compared[]): boolean {
  return (
    one === best &&
    (one.isNamed || !isOneWord(one.evidence)) &&
    one.confidence >= SHOWN.alone.least &&
    (second?.confidence ?? 0) <= SHOWN.alone.mostOfOthers * one.confidence
  )
}

/** Whether a word of a name of the skill is what the text asks for: "We need a driver". */
function isAskedFor(evidence: Evidence): boolean {
  return [...evidence.values()].some(({ isName, words }) => isName && words.some(({ isAsked }) => isAsked))
}

function isOneWord(evidence: Evidence): boolean {
  return new Set([...evidence.values()].flatMap(({ words }) => words)).size === 1
}

function isHint(evidence: Evidence, rankOf: WordRank): boolean {
  return isOfWriter(evidence) || isPurpose(evidence) || isThin(evidence, rankOf)
}

/** Whether words that tell who writes are most of what speaks for a skill. */
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

/** Whether nothing but what something is for speaks for a skill. */
function isPurpose(evidence: Evidence): boolean {
  return [...evidence.values()].every(({ words }) => words.every(({ ofWriter }) => ofWriter !== null))
}

/**
 * Whether one word in the middle of a text is all that speaks for a skill, and is no name of it (`sneakers`) or is an everyday word
 * (`export`). A title is about its words, and whoever asks for one means it.
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

/** Lowers the confidence of skills whose words speak for a surer skill too. */
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

/** Weaker evidence makes no hint. Less than what gives the least confidence, which is rounded. */
export const LEAST_STRENGTH = (TEXT_CONFIDENCE.half * LEAST_HINT) / (1 - LEAST_HINT) - 0.01

function confidenceOf(strength: number): number {
  return rounded(strength / (strength + TEXT_CONFIDENCE.half))
}

/** In thousandths. */
function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
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
