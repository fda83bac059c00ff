import { int32At } from '../../shared/item-at.ts'
import { skillRarity } from './coverage.ts'
import { NumberCache } from './number-cache.ts'
import { grown } from './rows/growing-array.ts'
import type { Row } from './rows/row.ts'
import { steppedCount, steppedSkillCount } from './stepped-count.ts'
import { WordStatistics } from './wording/word-statistics.ts'

/** Skills that fewer than one in this many offers have are equally rare. */
const RARE_AMONG = 512

/** Totals of a market: its postings, its offers, and the words in its offers' titles and descriptions. */
export interface MarketTotals {
  postings: number
  offers: number
  titleLengths: number
  descriptionLengths: number
}

/**
 * Statistics of the whole market. All counts are integers, so the order of postings does not matter. Scores use stepped
 * counts.
 */
export class Statistics {
  readonly words = new WordStatistics()
  #offers = 0
  #offersWithSkill = new Int32Array(0)
  readonly #skillRarities = new NumberCache()
  #skillMoves = 0

  /** Adds (1) or removes (-1) a need. */
  countNeed(row: Row, by: 1 | -1): void {
    this.words.countNeed(row, by)
  }

  /** Adds (1) or removes (-1) an offer. */
  countOffer(row: Row, by: 1 | -1): void {
    this.words.countOffer(row, by)
    this.#countOffers(by)
    for (let at = 0; at < row.skillCount; at++) {
      const skill = row.skill(at)
      this.#offersWithSkill = grown(this.#offersWithSkill, skill + 1)
      const before = int32At(this.#offersWithSkill, skill)
      this.#offersWithSkill[skill] = before + by
      if (this.#worthOf(before) !== this.#worthOf(before + by)) this.#moveSkills()
    }
  }

  /** Grows whenever the rarity of any skill changes. While it is the same, so are all rarities. */
  get skillMoves(): number {
    return this.#skillMoves
  }

  /** Sets the totals of a larger market (see `MarketCounts`). */
  learnTotals(totals: MarketTotals): void {
    this.#offers = totals.offers
    this.#moveSkills()
    this.words.learnTotals(totals)
  }

  /** Sets how many offers of the larger market have a skill. */
  learnSkill(skill: number, offers: number): void {
    this.#offersWithSkill = grown(this.#offersWithSkill, skill + 1)
    this.#offersWithSkill[skill] = offers
    this.#moveSkills()
  }

  /** Returns the share of all offers that have a skill. */
  shareWith(skill: number): number {
    return (this.#offersWithSkill[skill] ?? 0) / Math.max(1, this.#offers)
  }

  /** Returns how rare a skill is among offers (see `skillRarity`). */
  skillRarity(skill: number): number {
    const known = this.#skillRarities.get(skill)
    if (!Number.isNaN(known)) return known
    // A missing entry means 0: the table ends with the highest skill that an offer has had.
    const withSkill = this.#worthOf(this.#offersWithSkill[skill] ?? 0)
    return this.#skillRarities.set(skill, skillRarity(steppedCount(this.#offers), withSkill))
  }

  #countOffers(by: 1 | -1): void {
    const before = steppedCount(this.#offers)
    this.#offers += by
    if (steppedCount(this.#offers) !== before) this.#moveSkills()
  }

  /** Returns the number of offers with a skill as it counts in the rarity of that skill. */
  #worthOf(withSkill: number): number {
    return Math.max(steppedSkillCount(withSkill), Math.floor(steppedCount(this.#offers) / RARE_AMONG))
  }

  #moveSkills(): void {
    this.#skillMoves++
    this.#skillRarities.clear()
  }
}
