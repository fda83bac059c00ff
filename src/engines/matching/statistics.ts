import { int32At } from '../../shared/item-at.ts'
import { skillRarity } from './coverage.ts'
import { Remembered } from './remembered.ts'
import { grown } from './rows/growing-array.ts'
import type { Row } from './rows/row.ts'
import { WordStatistics } from './wording/word-statistics.ts'

/** Statistics of the whole market. Integer counts, so the order in which postings came does not matter. */
export class Statistics {
  readonly words = new WordStatistics()
  #offers = 0
  #offersWithSkill = new Int32Array(0)
  readonly #skillRarities = new Remembered()

  /** Counts a need in (1) or out (-1). */
  countNeed(row: Row, by: 1 | -1): void {
    this.words.countNeed(row, by)
  }

  /** Counts an offer in or out. */
  countOffer(row: Row, by: 1 | -1): void {
    this.words.countOffer(row, by)
    for (let at = 0; at < row.skillCount; at++) {
      const skill = row.skill(at)
      this.#offersWithSkill = grown(this.#offersWithSkill, skill + 1)
      this.#offersWithSkill[skill] = int32At(this.#offersWithSkill, skill) + by
    }
    this.#offers += by
    this.#skillRarities.forget()
  }

  /** How rare a skill is among offers: see `skillRarity`. */
  skillRarity(skill: number): number {
    const known = this.#skillRarities.get(skill)
    if (!Number.isNaN(known)) return known
    // The table ends with the highest skill that an offer has had.
    return this.#skillRarities.set(skill, skillRarity(this.#offers, this.#offersWithSkill[skill] ?? 0))
  }
}
