import { int32At, itemAt } from '../../../shared/item-at.ts'
import type { Row } from '../rows/row.ts'
import { TRAIT_WORDS, writeTraits } from './traits.ts'

const CHUNK_SHIFT = 12
const CHUNK_SLOTS = 1 << CHUNK_SHIFT
const CHUNK_MASK = CHUNK_SLOTS - 1

/**
 * The traits of all postings of a side, by slot, in chunks, so that growing needs no copy. `fit`, the trait read most
 * often, is stored separately so that many are adjacent in memory.
 */
export class TraitTable {
  readonly #fits: Int32Array[] = []
  readonly #traits: Int32Array[] = []

  /** See `FIT`. */
  fitOf(slot: number): number {
    // Cast: a missing chunk throws here, and at the callers of `chunkOf`.
    return int32At(this.#fits[slot >> CHUNK_SHIFT] as Int32Array, slot & CHUNK_MASK)
  }

  /** Returns the chunk that holds a slot's traits. */
  chunkOf(slot: number): Int32Array {
    return this.#traits[slot >> CHUNK_SHIFT] as Int32Array
  }

  /** Returns where in its chunk a slot's traits begin. */
  startOf(slot: number): number {
    return (slot & CHUNK_MASK) * TRAIT_WORDS
  }

  /** Prefetches both ends of these slots' traits (see `Rows.prefetch`). */
  prefetch(slots: Int32Array, count: number): number {
    let sum = 0
    for (let at = 0; at < count; at++) {
      const slot = int32At(slots, at)
      const traits = this.chunkOf(slot)
      const start = this.startOf(slot)
      sum ^= int32At(traits, start) ^ int32At(traits, start + TRAIT_WORDS - 1)
    }
    return sum
  }

  write(slot: number, row: Row, isNeed: boolean, fit: number): void {
    const number = slot >> CHUNK_SHIFT
    if (number >= this.#fits.length) {
      this.#fits.push(new Int32Array(CHUNK_SLOTS))
      this.#traits.push(new Int32Array(CHUNK_SLOTS * TRAIT_WORDS))
    }
    itemAt(this.#fits, number)[slot & CHUNK_MASK] = fit
    writeTraits(row, isNeed, this.chunkOf(slot), this.startOf(slot))
  }
}
