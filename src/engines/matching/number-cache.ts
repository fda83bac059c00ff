import { float64At } from '../../shared/item-at.ts'
import { grown } from './rows/growing-array.ts'

/** A cache of numbers by index that can be cleared in constant time. */
export class NumberCache {
  #values = new Float64Array(0)
  #cacheAt = new Int32Array(0)
  #now = 1

  /** Returns NaN if nothing is cached. */
  get(number: number): number {
    return this.#cacheAt[number] === this.#now ? float64At(this.#values, number) : Number.NaN
  }

  /** Caches a value and returns it. */
  set(number: number, value: number): number {
    if (number >= this.#values.length) {
      this.#values = grown(this.#values, number + 1)
      this.#cacheAt = grown(this.#cacheAt, number + 1)
    }
    this.#values[number] = value
    this.#cacheAt[number] = this.#now
    return value
  }

  clear(): void {
    this.#now = (this.#now + 1) | 0
  }
}
