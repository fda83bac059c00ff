import type { WordingOptions } from './wording-options.ts'

/** The distinct stems of a posting by number, and how often it has each. */
export interface WordsOfPosting {
  readonly wordCount: number
  stem(at: number): number
  timesInTitle(at: number): number
  timesInDescription(at: number): number
  /** For an offer: see `CountedWord`. */
  opens(at: number): boolean
  /** For a need: see `CountedWord`. */
  tells(at: number): boolean
  readonly titleLength: number
  readonly descriptionLength: number
}

/**
 * Returns the weight of a word in a need, in [0, 1), from its counts and whether it is about the work. Long needs are
 * not penalized.
 */
export function needWeight(need: WordsOfPosting, at: number, options: WordingOptions): number {
  const count = options.titleCount * need.timesInTitle(at) + need.timesInDescription(at)
  return (count / (count + options.needHalfCount)) * (need.tells(at) ? 1 : options.asideWeight)
}

/**
 * Returns the weight of a word in an offer, in [0, 1): BM25F, where each field's count is divided by its length norm
 * before they are added (Robertson and Zaragoza 2009). `titleShare` and `descriptionShare` are computed once a posting
 * by `titleShareOf` and `descriptionShareOf`.
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

/** Returns how much one word counts in an offer's title or labels of this length. */
export function titleShareOf(length: number, meanLength: number, options: WordingOptions): number {
  const { titleCount, titleLengthNorm } = options
  return titleCount / (1 - titleLengthNorm + titleLengthNorm * (length / meanLength))
}

/** Returns how much one word counts in an offer's description of this length. */
export function descriptionShareOf(length: number, meanLength: number, options: WordingOptions): number {
  const { descriptionLengthNorm } = options
  return 1 / (1 - descriptionLengthNorm + descriptionLengthNorm * (length / meanLength))
}
