import { rankOf } from './label-index.ts'
import { type Evidence, evidenceIn } from './sentence-evidence.ts'
import type { SentenceIndex } from './sentence-index.ts'
import { type PlacedWord, passagesOf, placedWords } from './sentence-words.ts'

/** The skills found in a sentence. */
export interface SentenceReading {
  /** The text as it was given. */
  sentence: string
  /** Highest confidence first. */
  skills: FoundSkill[]
}

export interface FoundSkill {
  skill: { id: string; label: string }
  /** In [0, 1]; see `SENTENCE_CONFIDENCE`. */
  confidence: number
  /** The parts of the sentence that name the skill, as written. */
  because: string[]
}

/**
 * Chosen by hand. The confidence of a skill in a sentence is at most that of a label with two wrong letters (see
 * `CONFIDENCE`). `evidenceIn` and `withoutRepeats` compute it. Skills below `least` are not reported.
 */
export const SENTENCE_CONFIDENCE = { most: 0.8, least: 0.45 } as const

export const MAX_SKILLS_OF_SENTENCE = 5

/** Factors that remain if stronger skills have used all the words, or if a longer name contains them (`card` in `business card`). */
const CLAIMED = 0.75
const PART_OF_NAME = 0.5

/**
 * Finds the skills that a text names or describes. Compares words by root, by stem, by similar letters and by
 * spelling, and considers how close together they are. Accepts any string and never throws. Leaves out skills that
 * are not likely enough. Works in short steps, so that other work runs in between.
 */
export function* resolveSentence(
  index: SentenceIndex,
  sentence: string,
  { limit, least }: { limit: number; least: number } = {
    limit: MAX_SKILLS_OF_SENTENCE,
    least: SENTENCE_CONFIDENCE.least,
  },
): Generator<void, SentenceReading> {
  const isLikely = ({ strength }: Evidence) => strength >= least
  const found = yield* evidenceIn(index, placedWords(sentence))
  const heard = yield* withoutRepeats(found.filter(isLikely).sort(compareEvidence))
  const skills = heard
    .filter(isLikely)
    .sort(compareEvidence)
    .slice(0, limit)
    .map(({ sought: { skill }, strength, words }) => ({
      skill: { id: skill.id, label: skill.label },
      confidence: Math.min(SENTENCE_CONFIDENCE.most, Math.round(strength * 1000) / 1000),
      because: passagesOf(sentence, words),
    }))
  return { sentence, skills }
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
