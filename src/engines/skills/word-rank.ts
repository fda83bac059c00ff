/** The place of a word (see `labelKey`) among the most frequent words of the languages that texts are in, from 1. */
export type WordRank = (word: string) => number | undefined

/** Words up to this rank say nothing of the work. */
const FILLER_RANK = 100
/** Words beyond this rank are as telling as words in no list. */
const TELLING_RANK = 10_000

/** How telling a word is, from 0 for the most frequent to 1 for words in no list. */
export function tellingness(rank: number | undefined): number {
  if (rank === undefined) return 1
  return Math.max(0, Math.min(1, Math.log(rank / FILLER_RANK) / Math.log(TELLING_RANK / FILLER_RANK)))
}
