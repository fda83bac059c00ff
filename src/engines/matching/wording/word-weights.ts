import type { WordingOptions } from './wording-options.ts'

/** The distinct stems of a posting by number, and how often it says each. */
export interface WordsOfPosting {
  readonly wordCount: number
  stem(at: number): number
  timesInTitle(at: number): number
  timesInDescription(at: number): number
  /** Of an offer: see `CountedWord`. */
  opens(at: number): boolean
  /** Of a need: see `CountedWord`. */
  tells(at: number): boolean
  readonly titleLength: number
  readonly descriptionLength: number
}

/** Weight of a word in a need by its counts and by what it tells, in [0, 1). Long needs are not penalized. */
export function needWeight(need: WordsOfPosting, at: number, options: WordingOptions): number {
  const count = options.titleCount * need.timesInTitle(at) + need.timesInDescription(at)
  return (count / (count + options.needHalfCount)) * (need.tells(at) ? 1 : options.asideWeight)
}

/**
 * What a word counts for in an offer, in [0, 1): BM25F, where each field's count is divided by its length norm
 * before they are joined (Robertson and Zaragoza 2009). `titleShare` and `descriptionShare` are worked out once a
 * posting by `titleShareOf` and `descriptionShareOf`.
 */
export function offerWeight(
  inTitle: number,
  inDescription: number,
  titleShare: number,
  descriptionShare: number,
  offerHalfCount: number,
): number {
  const count = inTitle * titleShare + inDescription * descriptionShare
  return count / (count + offerHalfCount)
}

/** What one word of an offer's title or labels counts, where they hold so many words. */
export function titleShareOf(length: number, meanLength: number, options: WordingOptions): number {
  const { titleCount, titleLengthNorm } = options
  return titleCount / (1 - titleLengthNorm + titleLengthNorm * (length / meanLength))
}

/** What one word of an offer's description counts, where it holds so many words. */
export function descriptionShareOf(length: number, meanLength: number, options: WordingOptions): number {
  const { descriptionLengthNorm } = options
  return 1 / (1 - descriptionLengthNorm + descriptionLengthNorm * (length / meanLength))
}
