import { rankOf } from './label-index.ts'
import { type Evidence, evidenceIn } from './sentence-evidence.ts'
import type { SentenceIndex } from './sentence-index.ts'
import { type PlacedWord, passagesOf, placedWords } from './sentence-words.ts'

/** What a sentence speaks of. */
export interface SentenceReading {
  /** As it was given. */
  sentence: string
  /** The surest first. */
  skills: FoundSkill[]
}

export interface FoundSkill {
  skill: { id: string; label: string }
  /** In [0, 1]; see `SENTENCE_CONFIDENCE`. */
  confidence: number
  /** The passages of the sentence that it rests on, as they are written there. */
  because: string[]
}

/**
 * House values. A skill in a sentence is never surer than a label with two letters wrong, see `CONFIDENCE`; how its
 * confidence falls is said at `evidenceIn` and `withoutRepeats`. What would lie lower than `least` is not reported.
 */
export const SENTENCE_CONFIDENCE = { most: 0.8, least: 0.45 } as const

export const MAX_SKILLS_OF_SENTENCE = 5

/** What remains where the words were all claimed by surer skills, and where by a longer name: `card` of `business card`. */
const CLAIMED = 0.75
const PART_OF_NAME = 0.5

/**
 * The skills that a text speaks of without having to name them, found by its words alone: by their roots and
 * stems, by likeness of letters, misspelled, and as runs and windows of words. Takes any string and never throws.
 * Precision goes before recall: what is not likely enough is left out.
 */
export function resolveSentence(
  index: SentenceIndex,
  sentence: string,
  { limit, least }: { limit: number; least: number } = {
    limit: MAX_SKILLS_OF_SENTENCE,
    least: SENTENCE_CONFIDENCE.least,
  },
): SentenceReading {
  const isLikely = ({ strength }: Evidence) => strength >= least
  const evidence = evidenceIn(index, placedWords(sentence)).filter(isLikely).sort(compareEvidence)
  const skills = withoutRepeats(evidence)
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

/** Weakens what rests on words that a surer skill has claimed, so that each thing said is heard once. */
function withoutRepeats(sorted: readonly Evidence[]): Evidence[] {
  const claimed = new Set<PlacedWord>()
  const runs: (readonly PlacedWord[])[] = []
  return sorted.map((one) => {
    const { words } = one
    const isPart = runs.some((run) => run.length > words.length && words.every((word) => run.includes(word)))
    const telling = words.filter(({ isCommon }) => !isCommon)
    const fresh = telling.filter((word) => !claimed.has(word)).length / telling.length
    for (const word of telling) claimed.add(word)
    if (one.isRun) runs.push(words)
    return { ...one, strength: one.strength * (isPart ? PART_OF_NAME : CLAIMED + (1 - CLAIMED) * fresh) }
  })
}

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.strength !== b.strength) return b.strength - a.strength
  const byRank = rankOf(a.sought.skill) - rankOf(b.sought.skill)
  if (byRank !== 0) return byRank
  if (a.isLabel !== b.isLabel) return a.isLabel ? -1 : 1
  return a.sought.skill.id < b.sought.skill.id ? -1 : 1
}
