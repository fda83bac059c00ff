import { float32At, float64At } from '../../../shared/item-at.ts'
import type { Digest } from '../digest.ts'
import type { Nearness } from './nearness.ts'
import { TermTable } from './term-table.ts'
import type { WordStatistics } from './word-statistics.ts'
import {
  descriptionShareOf,
  needWeight,
  offerWeight,
  titleShareOf,
  type WordsOfPosting,
} from './word-weights.ts'
import type { WordingOptions } from './wording-options.ts'
import { type WordingTerms, wordingTerms } from './wording-terms.ts'

/**
 * Computes how well an offer's words answer a need's, in [0, 1], the same whichever of the two is the anchor:
 *
 *     min(1, Σ near(t, s) · rarity(t) · needWeight(t) · offerWeight(s) ⁄ (doubt + Σ needWeight(t) · rarity(t)))
 *
 * over the need's stems t and the offer's stems s, where near(t, t) is 1. This is a normalized BM25F whose query is
 * expanded to near words and related skills. The rarity of s does not count, so that a new posting changes the scores
 * of few other pairs. One anchor at a time: setting another replaces it. The collection must not change between setting
 * an anchor and comparing with it, and both postings must be counted in it.
 */
export class WordingComparison {
  readonly #options: WordingOptions
  readonly #statistics: WordStatistics
  readonly #nearness: Nearness
  readonly #table = new TermTable()
  /** 1 ⁄ the denominator above, for the anchoring need. */
  #needScale = 0

  constructor(options: WordingOptions, statistics: WordStatistics, nearness: Nearness) {
    this.#options = options
    this.#statistics = statistics
    this.#nearness = nearness
  }

  /** Compares with this need from now on. */
  anchorNeed(need: WordsOfPosting): WordingTerms {
    this.#table.clear()
    const { needWeights } = this.#nearness
    let mass = 0
    for (let at = 0; at < need.wordCount; at++) {
      const id = need.stem(at)
      const weight = float32At(needWeights, id) * needWeight(need, at, this.#options)
      mass += weight * this.#statistics.rarity(id)
      const isOpening = !this.isCommon(id)
      const gain = weight * this.#statistics.rarity(id)
      this.#table.add(id, gain, isOpening)
      this.#nearness.forEachNear(id, (near, nearWeight) => {
        this.#table.add(near, gain * nearWeight, isOpening && !this.isCommon(near))
      })
    }
    const scale = 1 / (this.#options.doubt + mass)
    this.#needScale = scale
    const { gains, opens } = this.#table
    return wordingTerms(
      this.#table.filled(),
      opens,
      (id) => float64At(gains, id) * scale,
      () => 1,
    )
  }

  /** Adds to a digest everything that the wordings of the anchoring need depend on besides the words of an offer. */
  digestNeed(digest: Digest): void {
    const { gains, opens } = this.#table
    for (const id of this.#table.filled()) {
      digest.add(id)
      digest.add(opens[id] === 1 ? float64At(gains, id) : -float64At(gains, id))
    }
    digest.add(this.#needScale)
    digest.add(this.#statistics.meanTitleLength)
    digest.add(this.#statistics.meanDescriptionLength)
  }

  /** Returns the wording of the anchoring need and this offer. */
  withOffer(offer: WordsOfPosting): number {
    const { gains } = this.#table
    const titleShare = titleShareOf(offer.titleLength, this.#statistics.meanTitleLength, this.#options)
    const descriptionShare = descriptionShareOf(
      offer.descriptionLength,
      this.#statistics.meanDescriptionLength,
      this.#options,
    )
    const { offerHalfCount } = this.#options
    let sum = 0
    // Index loops, here and below, because this is the innermost loop of a ranking.
    for (let at = 0; at < offer.wordCount; at++) {
      // A missing item means 0, here and below: the table ends with the highest stem that has a gain.
      const gain = gains[offer.stem(at)] ?? 0
      if (gain === 0) continue
      const inTitle = offer.timesInTitle(at)
      const inDescription = offer.timesInDescription(at)
      sum += gain * offerWeight(inTitle, inDescription, titleShare, descriptionShare, offerHalfCount)
    }
    return Math.min(1, sum * this.#needScale)
  }

  /** Compares with this offer from now on. */
  anchorOffer(offer: WordsOfPosting): WordingTerms {
    this.#table.clear()
    const { meanTitleLength, meanDescriptionLength } = this.#statistics
    const titleShare = titleShareOf(offer.titleLength, meanTitleLength, this.#options)
    const descriptionShare = descriptionShareOf(offer.descriptionLength, meanDescriptionLength, this.#options)
    const { offerHalfCount } = this.#options
    for (let at = 0; at < offer.wordCount; at++) {
      const inTitle = offer.timesInTitle(at)
      const inDescription = offer.timesInDescription(at)
      const weight = offerWeight(inTitle, inDescription, titleShare, descriptionShare, offerHalfCount)
      const id = offer.stem(at)
      const isOpening = offer.opens(at) && !this.isCommon(id)
      this.#table.add(id, weight * this.#statistics.rarity(id), isOpening)
      this.#nearness.forEachNear(id, (near, nearWeight) => {
        const gain = weight * nearWeight * this.#statistics.rarity(near)
        this.#table.add(near, gain, isOpening && !this.isCommon(near))
      })
    }
    const { gains, opens } = this.#table
    const { needWeights } = this.#nearness
    const { doubt } = this.#options
    // u·g ⁄ (doubt + u·r) grows with u, and u is at most the stem's weight: this bounds a need of only this stem, and
    // the stem's part in a longer need. A need's wording is also at most the best g ⁄ r of its stems, because it is
    // their mean.
    const boundOf = (id: number) => {
      const most = float32At(needWeights, id)
      return (most * float64At(gains, id)) / (doubt + most * this.#statistics.rarity(id))
    }
    const ceilingOf = (id: number) => float64At(gains, id) / this.#statistics.rarity(id)
    return wordingTerms(this.#table.filled(), opens, boundOf, ceilingOf)
  }

  /** Returns the wording of the anchoring offer and this need. */
  withNeed(need: WordsOfPosting): number {
    const { gains } = this.#table
    const { needWeights } = this.#nearness
    const { logs, logOfPostings } = this.#statistics
    const options = this.#options
    let sum = 0
    let mass = 0
    for (let at = 0; at < need.wordCount; at++) {
      const id = need.stem(at)
      const weight = float32At(needWeights, id) * needWeight(need, at, options)
      mass += weight * (logOfPostings - float64At(logs, id))
      sum += weight * (gains[id] ?? 0)
    }
    return Math.min(1, sum / (options.doubt + mass))
  }

  /**
   * Returns whether the anchoring need has a stem by which the offer can be found, or one near it, neither of them
   * common.
   */
  meetsOffer(offer: WordsOfPosting): boolean {
    const { opens } = this.#table
    for (let at = 0; at < offer.wordCount; at++)
      if (offer.opens(at) && opens[offer.stem(at)] === 1) return true
    return false
  }

  /** The same for the anchoring offer and a need. */
  meetsNeed(need: WordsOfPosting): boolean {
    const { opens } = this.#table
    for (let at = 0; at < need.wordCount; at++) if (opens[need.stem(at)] === 1) return true
    return false
  }

  /** Returns the stems of an offer that match the anchoring need, those that add most first. */
  boundBy(offer: WordsOfPosting): number[] {
    const { gains } = this.#table
    const stems = Array.from({ length: offer.wordCount }, (_, at) => ({
      stem: offer.stem(at),
      gain:
        (gains[offer.stem(at)] ?? 0) *
        (this.#options.titleCount * offer.timesInTitle(at) + offer.timesInDescription(at)),
    }))
    return stems
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain)
      .map(({ stem }) => stem)
  }

  /** Returns whether a stem is so common that sharing it means nothing. */
  isCommon(id: number): boolean {
    const count = this.#statistics.postingsWith(id)
    return count > this.#options.commonCount && count > this.#options.commonShare * this.#statistics.postings
  }
}
