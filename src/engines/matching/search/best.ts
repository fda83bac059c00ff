import { itemAt } from '../../../shared/item-at.ts'
import { Row } from '../rows/row.ts'
import type { Rows } from '../rows/rows.ts'

/** The best so many of all that were offered: a binary heap with the worst kept one on top. */
export class Best {
  readonly #limit: number
  readonly #slots: number[] = []
  readonly #scores: number[] = []
  readonly #row: Row
  readonly #otherRow: Row

  constructor(limit: number, rows: Rows) {
    this.#limit = limit
    this.#row = new Row(rows)
    this.#otherRow = new Row(rows)
  }

  /** What a further one must score at least to be kept; 0 while there is room. */
  get leastScore(): number {
    return this.#slots.length < this.#limit ? 0 : (this.#scores[0] ?? Number.POSITIVE_INFINITY)
  }

  add(slot: number, score: number): void {
    if (this.#slots.length < this.#limit) {
      this.#slots.push(slot)
      this.#scores.push(score)
      this.#rise(this.#slots.length - 1)
      return
    }
    if (this.#limit === 0 || this.#order(slot, score, itemAt(this.#slots, 0), itemAt(this.#scores, 0)) > 0)
      return
    this.#slots[0] = slot
    this.#scores[0] = score
    this.#sink()
  }

  /** What was kept, best first: score descending, then id ascending by code units. */
  sorted(): { id: string; score: number }[] {
    return this.#slots
      .map((slot, at) => ({ slot, score: itemAt(this.#scores, at) }))
      .sort((a, b) => this.#order(a.slot, a.score, b.slot, b.score))
      .map(({ slot, score }) => ({ id: this.#row.at(slot).id, score }))
  }

  /** Negative where the first comes before the second. */
  #order(slot: number, score: number, otherSlot: number, otherScore: number): number {
    if (score !== otherScore) return otherScore - score
    return this.#row.at(slot).compareId(this.#otherRow.at(otherSlot))
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#isWorse(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const worse = this.#isWorse(left + 1, left) ? left + 1 : left
      if (!this.#isWorse(worse, at)) return
      this.#swap(worse, at)
      at = worse
    }
  }

  #isWorse(a: number, b: number): boolean {
    const { length } = this.#slots
    if (a >= length || b >= length) return false
    return (
      this.#order(
        itemAt(this.#slots, a),
        itemAt(this.#scores, a),
        itemAt(this.#slots, b),
        itemAt(this.#scores, b),
      ) > 0
    )
  }

  #swap(a: number, b: number): void {
    const slot = itemAt(this.#slots, a)
    const score = itemAt(this.#scores, a)
    this.#slots[a] = itemAt(this.#slots, b)
    this.#scores[a] = itemAt(this.#scores, b)
    this.#slots[b] = slot
    this.#scores[b] = score
  }
}
