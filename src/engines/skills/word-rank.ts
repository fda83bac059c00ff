/** Returns the rank of a word (see `labelKey`) among the most frequent words of the languages of texts, from 1. */
export type WordRank = (word: string) => number | undefined

/** Words up to this rank say nothing about the work. */
const FILLER_RANK = 100
/** Words beyond this rank count as much as words in no list. */
const TELLING_RANK = 10_000

/** Returns how much a word says, from 0 for the most frequent to 1 for words in no list. */
export function tellingness(rank: number | undefined): number {
  if (rank === undefined) return 1
  return Math.max(0, Math.min(1, Math.log(rank / FILLER_RANK) / Math.log(TELLING_RANK / FILLER_RANK)))
}
