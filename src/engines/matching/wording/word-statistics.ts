import { int32At } from '../../../shared/item-at.ts'
import { steppedCount, steppedMean } from '../stepped-count.ts'
import type { WordsOfPosting } from './word-weights.ts'

const LOG_OF_NONE = Math.log(0.5)

/**
 * Statistics of stems in all postings, updated as postings are added and removed: how many postings have each stem, and
 * how long offers are. Numbers of stems are the caller's, small and from 0. A preview is counted while it is compared.
 * Counts and means enter scores in steps (see `steppedCount`).
 */
export class WordStatistics {
  #postings = 0
  #withStem = new Int32Array(1024)
  /** ln(postings with the stem, stepped, + ½), computed when the count changes. */
  #logs = new Float64Array(1024).fill(LOG_OF_NONE)
  #offers = 0
  #titleLengths = 0
  #descriptionLengths = 0
  /** Mean number of words in an offer's title and labels, stepped; 1 if there are none. Each comparison reads it. */
  meanTitleLength = 1
  /** The same for the description. */
  meanDescriptionLength = 1

  /** Adds (1) or removes (-1) the words of a need. */
  countNeed(need: WordsOfPosting, by: 1 | -1): void {
    this.#postings += by
    for (let at = 0; at < need.wordCount; at++) this.#count(need.stem(at), by)
  }

  /** Adds (1) or removes (-1) the words of an offer. */
  countOffer(offer: WordsOfPosting, by: 1 | -1): void {
    this.countNeed(offer, by)
    this.#offers += by
    this.#titleLengths += by * offer.titleLength
    this.#descriptionLengths += by * offer.descriptionLength
    this.#readMeans()
  }

  /** Sets the totals of a larger collection. */
  learnTotals(totals: {
    postings: number
    offers: number
    titleLengths: number
    descriptionLengths: number
  }): void {
    this.#postings = totals.postings
    this.#offers = totals.offers
    this.#titleLengths = totals.titleLengths
    this.#descriptionLengths = totals.descriptionLengths
    this.#readMeans()
  }

  /** Sets how many postings of the larger collection have a stem. */
  learn(id: number, postings: number): void {
    this.#count(id, postings - this.postingsWith(id))
  }

  get postings(): number {
    return this.#postings
  }

  postingsWith(id: number): number {
    // A missing entry means 0: the table ends with the highest stem counted so far.
    return this.#withStem[id] ?? 0
  }

  /**
   * Returns the inverse document frequency of BM25, ln(1 + (N − n + ½) ⁄ (n + ½)) = ln(N + 1) − ln(n + ½), above 0
   * (Robertson and Zaragoza 2009), of stepped counts.
   */
  rarity(id: number): number {
    return this.logOfPostings - (this.#logs[id] ?? LOG_OF_NONE)
  }

  /** ln(N + 1) of the stepped N. With `logs`, a rarity is one subtraction. */
  get logOfPostings(): number {
    return Math.log(steppedCount(this.#postings) + 1)
  }

  /** ln(n + ½) by stem. The array is replaced when stems are added. */
  get logs(): Float64Array {
    return this.#logs
  }

  #readMeans(): void {
    this.meanTitleLength = steppedMean(this.#titleLengths, this.#offers)
    this.meanDescriptionLength = steppedMean(this.#descriptionLengths, this.#offers)
  }

  #count(id: number, by: number): void {
    if (id >= this.#withStem.length) this.#grow(id)
    const count = int32At(this.#withStem, id) + by
    this.#withStem[id] = count
    this.#logs[id] = Math.log(steppedCount(count) + 0.5)
  }

  #grow(id: number): void {
    const size = Math.max(id + 1, 2 * this.#withStem.length)
    const withStem = new Int32Array(size)
    withStem.set(this.#withStem)
    this.#withStem = withStem
    const logs = new Float64Array(size).fill(LOG_OF_NONE)
    logs.set(this.#logs)
    this.#logs = logs
  }
}
