import { int32At } from '../../../shared/item-at.ts'
import type { ByteArena } from './byte-arena.ts'
import { PACKED_SLOTS, unpackSlots } from './packed-slots.ts'

const BLOCKS_PER_CHUNK = 8
/** Maximum slots in a chunk. */
export const CHUNK_SLOTS = BLOCKS_PER_CHUNK * PACKED_SLOTS

/** Slots in ascending order, read in chunks. Valid until the next write. */
export interface SlotList {
  readonly size: number
  readonly chunks: number
  /** Returns a chunk, of which the first `countOf` entries are slots. Valid until the next chunk of any list is read. */
  chunk(at: number): Int32Array
  countOf(at: number): number
}

export const EMPTY_LIST: SlotList = listOf(new Int32Array(0))

/** A list of a few slots. */
export function listOf(slots: Int32Array): SlotList {
  return { size: slots.length, chunks: 1, chunk: () => slots, countOf: () => slots.length }
}

/** The chunk that was read last. Shared, because chunks are read one at a time. */
const unpacked = new Int32Array(CHUNK_SLOTS)

/** A list in the blocks of an arena. */
export class PackedList implements SlotList {
  readonly size: number
  readonly #arena: ByteArena
  readonly #blocks: Int32Array
  #read = -1
  #count = 0

  constructor(arena: ByteArena, blocks: Int32Array, size: number) {
    this.#arena = arena
    this.#blocks = blocks
    this.size = size
  }

  get chunks(): number {
    return Math.ceil(this.#blocks.length / BLOCKS_PER_CHUNK)
  }

  chunk(at: number): Int32Array {
    const first = at * BLOCKS_PER_CHUNK
    const end = Math.min(this.#blocks.length, first + BLOCKS_PER_CHUNK)
    let count = 0
    for (let block = first; block < end; block++)
      count = unpackSlots(this.#arena, int32At(this.#blocks, block), unpacked, count)
    this.#read = at
    this.#count = count
    return unpacked
  }

  countOf(at: number): number {
    if (at !== this.#read) this.chunk(at)
    return this.#count
  }
}
