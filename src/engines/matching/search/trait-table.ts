import { int32At, itemAt } from '../../../shared/item-at.ts'
import type { Row } from '../rows/row.ts'
import { HEAD_WORDS, TRAIT_WORDS, writeHead, writeTraits } from './traits.ts'

const CHUNK_SHIFT = 12
const CHUNK_SLOTS = 1 << CHUNK_SHIFT
const CHUNK_MASK = CHUNK_SLOTS - 1

/**
 * The traits of all postings of a side, by slot, in chunks, so that growing needs no copy. `fit`, which is read most often, and
 * the heads are stored separately.
 */
export class TraitTable {
  readonly #fits: Int32Array[] = []
  readonly #heads: Int32Array[] = []
  readonly #traits: Int32Array[] = []

  /** See `FIT`. */
  fitOf(slot: number): number {
    // Cast: reading from a missing chunk throws, here and at the callers below.
    return int32At(this.#fits[slot >> CHUNK_SHIFT] as Int32Array, slot & CHUNK_MASK)
  }

  /** Returns the chunk that holds the head of a slot's traits. */
  headsOf(slot: number): Int32Array {
    return this.#heads[slot >> CHUNK_SHIFT] as Int32Array
  }

  /** Returns where in its chunk the head of a slot's traits begins. */
  headOf(slot: number): number {
    return (slot & CHUNK_MASK) * HEAD_WORDS
  }

  /** Returns the chunk that holds a slot's other traits. */
  chunkOf(slot: number): Int32Array {
    return this.#traits[slot >> CHUNK_SHIFT] as Int32Array
  }

  /** Returns where in its chunk a slot's other traits begin. */
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
    if (slot >> CHUNK_SHIFT >= this.#heads.length) {
      this.#fits.push(new Int32Array(CHUNK_SLOTS))
      this.#heads.push(new Int32Array(CHUNK_SLOTS * HEAD_WORDS))
      this.#traits.push(new Int32Array(CHUNK_SLOTS * TRAIT_WORDS))
    }
    itemAt(this.#fits, slot >> CHUNK_SHIFT)[slot & CHUNK_MASK] = fit
    writeHead(row, isNeed, this.headsOf(slot), this.headOf(slot))
    writeTraits(row, this.chunkOf(slot), this.startOf(slot))
  }
}
