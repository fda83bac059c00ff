import { rankOf } from './label-index.ts'
import { type Evidence, evidenceIn } from './sentence-evidence.ts'
import type { SentenceIndex } from './sentence-index.ts'
import { type PlacedWord, passagesOf, placedWords } from './sentence-words.ts'

/** A skill that a text names or describes. */
export interface FoundSkill {
  skill: { id: string; label: string }
  /** In (0, 1). */
  confidence: number
  /** The parts of the sentence that express the skill, as written. */
  because: string[]
}

/** Limits of the confidence of a skill that is found by its names. Chosen by hand. */
export const NAMED_CONFIDENCE = { most: 0.8, least: 0.45 } as const

/** Factors that remain if stronger skills have used all the words, or if a longer name contains them (`card` in `business card`). */
const CLAIMED = 0.75
const PART_OF_NAME = 0.5

/**
 * Finds the skills whose names occur in a text, whole or in part. Compares words by root, stem, similar letters and
 * spelling, and considers how close together they are. Used for skills that have only names. Accepts any string and
 * never throws. Yields in short steps, so that other work can run in between.
 */
export function* findNamedSkills(index: SentenceIndex, text: string): Generator<void, FoundSkill[]> {
  const isLikely = ({ strength }: Evidence) => strength >= NAMED_CONFIDENCE.least
  const found = yield* evidenceIn(index, placedWords(text))
  const heard = yield* withoutRepeats(found.filter(isLikely).sort(compareEvidence))
  return heard
    .filter(isLikely)
    .sort(compareEvidence)
    .map(({ sought: { skill }, strength, words }) => ({
      skill: { id: skill.id, label: skill.label },
      confidence: Math.min(NAMED_CONFIDENCE.most, Math.round(strength * 1000) / 1000),
      because: passagesOf(text, words),
    }))
}

/** Lowers the strength of evidence whose words a stronger skill already uses, so that each word counts once. */
function* withoutRepeats(sorted: readonly Evidence[]): Generator<void, Evidence[]> {
  const claimed = new Set<PlacedWord>()
  const runs: (readonly PlacedWord[])[] = []
  const heard: Evidence[] = []
  for (const one of sorted) {
    yield
    const { words } = one
    const isPart = runs.some((run) => run.length > words.length && words.every((word) => run.includes(word)))
    const telling = words.filter(({ isCommon }) => !isCommon)
    const fresh = telling.filter((word) => !claimed.has(word)).length / telling.length
    for (const word of telling) claimed.add(word)
    if (one.isRun) runs.push(words)
    heard.push({
      ...one,
      strength: one.strength * (isPart ? PART_OF_NAME : CLAIMED + (1 - CLAIMED) * fresh),
    })
  }
  return heard
}

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.strength !== b.strength) return b.strength - a.strength
  const byRank = rankOf(a.sought.skill) - rankOf(b.sought.skill)
  if (byRank !== 0) return byRank
  if (a.isLabel !== b.isLabel) return a.isLabel ? -1 : 1
  return a.sought.skill.id < b.sought.skill.id ? -1 : 1
}
