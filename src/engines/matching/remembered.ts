import { float64At } from '../../shared/item-at.ts'
import { grown } from './rows/growing-array.ts'

/** Values by number, all forgotten at once. */
export class Remembered {
  #values = new Float64Array(0)
  #rememberedAt = new Int32Array(0)
  #now = 1

  /** NaN where nothing is remembered. */
  get(number: number): number {
    return this.#rememberedAt[number] === this.#now ? float64At(this.#values, number) : Number.NaN
  }

  /** Remembers a value, and gives it back. */
  set(number: number, value: number): number {
    if (number >= this.#values.length) {
      this.#values = grown(this.#values, number + 1)
      this.#rememberedAt = grown(this.#rememberedAt, number + 1)
    }
    this.#values[number] = value
    this.#rememberedAt[number] = this.#now
    return value
  }

  forget(): void {
    this.#now = (this.#now + 1) | 0
  }
}
