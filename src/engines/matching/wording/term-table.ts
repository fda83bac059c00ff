import { float64At } from '../../../shared/item-at.ts'
import { Int32List } from './int32-list.ts'

/**
 * By number of a stem: what it would contribute if the other posting had it. Filled once per query, and all 0 before
 * and after. Consecutive queries share one table.
 */
export class TermTable {
  /** 0 if the stem adds nothing. */
  gains = new Float64Array(1024)
  /** 1 if sharing the stem, or a near one, is enough in common for a match. */
  opens = new Uint8Array(1024)
  readonly #filled = new Int32List()

  add(id: number, gain: number, isOpening: boolean): void {
    if (id >= this.gains.length) this.#grow(id)
    const before = float64At(this.gains, id)
    if (before === 0) this.#filled.push(id)
    this.gains[id] = before + gain
    if (isOpening) this.opens[id] = 1
  }

  /** Returns the stems that add something, in no particular order. */
  filled(): Int32Array {
    return Int32Array.from({ length: this.#filled.length }, (_, at) => this.#filled.at(at))
  }

  clear(): void {
    for (let at = 0; at < this.#filled.length; at++) {
      this.gains[this.#filled.at(at)] = 0
      this.opens[this.#filled.at(at)] = 0
    }
    this.#filled.clear()
  }

  #grow(id: number): void {
    const size = Math.max(id + 1, 2 * this.gains.length)
    const gains = new Float64Array(size)
    gains.set(this.gains)
    this.gains = gains
    const opens = new Uint8Array(size)
    opens.set(this.opens)
    this.opens = opens
  }
}
