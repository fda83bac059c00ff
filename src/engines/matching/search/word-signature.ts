import { float64At, int32At } from '../../../shared/item-at.ts'
import type { WordingTerms } from '../wording/wording-terms.ts'
import { bitOf } from './traits.ts'

const BITS = 128
const BYTE_VALUES = 256

/** Upper bound of `wording`, from the signature of a candidate's stems: the sum of what each stem can add. */
export class WordSignature {
  readonly #byBit = new Float64Array(BITS)
  /** For each byte of a signature and each of its values, the sum of its bits. */
  readonly #sums = new Float64Array((BITS / 8) * BYTE_VALUES)

  /** Loads the stems that can add something. */
  read({ ids, bounds }: WordingTerms): void {
    this.#byBit.fill(0)
    for (let at = 0; at < ids.length; at++) {
      const bit = bitOf(int32At(ids, at), BITS)
      this.#byBit[bit] = float64At(this.#byBit, bit) + float64At(bounds, at)
    }
    for (let byte = 0; byte < BITS / 8; byte++) {
      for (let value = 1; value < BYTE_VALUES; value++) {
        const lowest = 31 - Math.clz32(value & -value)
        const rest = float64At(this.#sums, byte * BYTE_VALUES + (value & (value - 1)))
        this.#sums[byte * BYTE_VALUES + value] = rest + float64At(this.#byBit, 8 * byte + lowest)
      }
    }
  }

  /** Returns the sum over the stems that may be present. */
  sum(traits: Int32Array, start: number): number {
    const sums = this.#sums
    let sum = 0
    for (let word = 0; word < BITS / 32; word++) {
      const bits = int32At(traits, start + word)
      const table = 4 * word * BYTE_VALUES
      sum +=
        float64At(sums, table + (bits & 0xff)) +
        float64At(sums, table + 256 + ((bits >>> 8) & 0xff)) +
        float64At(sums, table + 512 + ((bits >>> 16) & 0xff)) +
        float64At(sums, table + 768 + (bits >>> 24))
    }
    return sum
  }
}
