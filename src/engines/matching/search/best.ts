import { BinaryHeap } from '../../../shared/binary-heap.ts'
import { itemAt } from '../../../shared/item-at.ts'
import { Row } from '../rows/row.ts'
import type { Rows } from '../rows/rows.ts'

/** Keeps the best `limit` candidates, in a heap with the worst on top. */
export class Best extends BinaryHeap {
  readonly #limit: number
  readonly #slots: number[] = []
  readonly #scores: number[] = []
  readonly #row: Row
  readonly #otherRow: Row

  constructor(limit: number, rows: Rows) {
    super()
    this.#limit = limit
    this.#row = new Row(rows)
    this.#otherRow = new Row(rows)
  }

  /** The minimum score at which another candidate may be kept; 0 while there is room. */
  get leastScore(): number {
    return this.#slots.length < this.#limit ? 0 : (this.#scores[0] ?? Number.POSITIVE_INFINITY)
  }

  add(slot: number, score: number): void {
    if (this.#slots.length < this.#limit) {
      this.#slots.push(slot)
      this.#scores.push(score)
      this.rise(this.#slots.length - 1)
      return
    }
    if (this.#limit === 0 || this.#order(slot, score, itemAt(this.#slots, 0), itemAt(this.#scores, 0)) > 0)
      return
    this.#slots[0] = slot
    this.#scores[0] = score
    this.sink(0)
  }

  /** Returns the kept candidates, best first: score descending, then id ascending by code units. */
  sorted(): { id: string; score: number }[] {
    return this.#slots
      .map((slot, at) => ({ slot, score: itemAt(this.#scores, at) }))
      .sort((a, b) => this.#order(a.slot, a.score, b.slot, b.score))
      .map(({ slot, score }) => ({ id: this.#row.at(slot).id, score }))
  }

  /** Returns a negative number if the first comes before the second. */
  #order(slot: number, score: number, otherSlot: number, otherScore: number): number {
    if (score !== otherScore) return otherScore - score
    return this.#row.at(slot).compareId(this.#otherRow.at(otherSlot))
  }

  protected get length(): number {
    return this.#slots.length
  }

  /** The worse of two comes first. */
  protected isBefore(a: number, b: number): boolean {
    return (
      this.#order(
        itemAt(this.#slots, a),
        itemAt(this.#scores, a),
        itemAt(this.#slots, b),
        itemAt(this.#scores, b),
      ) > 0
    )
  }

  protected swap(a: number, b: number): void {
    const slot = itemAt(this.#slots, a)
    const score = itemAt(this.#scores, a)
    this.#slots[a] = itemAt(this.#slots, b)
    this.#scores[a] = itemAt(this.#scores, b)
    this.#slots[b] = slot
    this.#scores[b] = score
  }
}
