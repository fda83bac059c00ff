import type { Evidence } from './text-evidence.ts'
import type { WordRank } from './word-rank.ts'

/** Words beyond this rank are not everyday words. Chosen on `test/bench/data`. */
const RARE_RANK = 5000
/** Minimum part of the evidence that must be about what is sought. The rest may be about the writer. */
const LEAST_SOUGHT = 0.6

/** Returns whether a word of the skill's name is what the text asks for: "We need a driver". */
export function isAskedFor(evidence: Evidence): boolean {
  return [...evidence.values()].some(({ isName, words }) => isName && words.some(({ isAsked }) => isAsked))
}

/** Returns whether all evidence of a skill is one word. */
export function isOneWord(evidence: Evidence): boolean {
  return new Set([...evidence.values()].flatMap(({ words }) => words)).size === 1
}

/** Returns whether a skill's evidence says too little for more than a hint. */
export function isHint(evidence: Evidence, rankOf: WordRank): boolean {
  return isOfWriter(evidence) || isPurpose(evidence) || isThin(evidence, rankOf)
}

/** Returns whether most of a skill's evidence is words about the writer. */
export function isOfWriter(evidence: Evidence): boolean {
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
export function isPurpose(evidence: Evidence): boolean {
  return [...evidence.values()].every(({ words }) => words.every(({ ofWriter }) => ofWriter !== null))
}

/**
 * Returns whether a skill's only evidence is one word in the middle of a text that is not its name (`sneakers`) or is
 * an everyday word (`export`). Titles are about their words, and a word that is asked for is meant.
 */
export function isThin(evidence: Evidence, rankOf: WordRank): boolean {
  const all = [...evidence.values()]
  const words = new Set(all.flatMap((one) => one.words))
  const [only] = words
  if (words.size !== 1 || !only || only.isInTitle || only.isAsked) return false
  return !all.some(({ isName }) => isName) || (rankOf(only.text) ?? RARE_RANK) < RARE_RANK
}
