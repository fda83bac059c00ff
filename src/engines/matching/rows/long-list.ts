import { int32At } from '../../../shared/item-at.ts'
import type { ByteArena } from './byte-arena.ts'
import {
  addSlot,
  countOfBlock,
  freeSlots,
  isAfterAll,
  PACKED_SLOTS,
  packSlots,
  removeSlot,
  unpackSlots,
} from './packed-slots.ts'

/** Slots in ascending order in several blocks. */
export class LongList {
  readonly #arena: ByteArena
  /** No slot of a block is below its start, except in the first. */
  #starts = new Int32Array(4)
  #blocks = new Int32Array(4)
  #count = 1
  #size: number

  constructor(arena: ByteArena, block: number) {
    this.#arena = arena
    this.#blocks[0] = block
    this.#size = countOfBlock(arena, block)
  }

  get size(): number {
    return this.#size
  }

  /** Valid until the next write. */
  get blocks(): Int32Array {
    return this.#blocks.subarray(0, this.#count)
  }

  /** Adds a slot if it is missing. */
  add(slot: number): void {
    const at = this.#indexFor(slot)
    const block = int32At(this.#blocks, at)
    const before = countOfBlock(this.#arena, block)
    if (before === PACKED_SLOTS) {
      if (this.#split(at, slot)) this.add(slot)
      return
    }
    const after = addSlot(this.#arena, block, slot)
    this.#blocks[at] = after
    this.#size += countOfBlock(this.#arena, after) - before
  }

  /** Removes a slot if it is present. */
  remove(slot: number): void {
    const at = this.#indexFor(slot)
    const block = int32At(this.#blocks, at)
    if (!removeSlot(this.#arena, block, slot)) return
    this.#size--
    if (countOfBlock(this.#arena, block) > 0) return
    freeSlots(this.#arena, block)
    this.#starts.copyWithin(at, at + 1, this.#count)
    this.#blocks.copyWithin(at, at + 1, this.#count)
    this.#count--
  }

  /** Returns the index of the last block that starts at or before a slot, or of the first. */
  #indexFor(slot: number): number {
    let low = 0
    let high = this.#count - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (int32At(this.#starts, middle) <= slot) low = middle
      else high = middle - 1
    }
    return low
  }

  /**
   * Makes room for a slot in a full block. If slots are added in ascending order, it stays full and the slot begins a new
   * one. Returns whether the slot must still be added.
   */
  #split(at: number, slot: number): boolean {
    const block = int32At(this.#blocks, at)
    if (isAfterAll(this.#arena, block, slot)) {
      this.#insert(at + 1, slot, packSlots(this.#arena, Int32Array.of(slot)))
      this.#size++
      return false
    }
    const slots = new Int32Array(PACKED_SLOTS)
    unpackSlots(this.#arena, block, slots, 0)
    const upper = slots.subarray(PACKED_SLOTS / 2)
    freeSlots(this.#arena, block)
    this.#blocks[at] = packSlots(this.#arena, slots.subarray(0, PACKED_SLOTS / 2))
    this.#insert(at + 1, int32At(upper, 0), packSlots(this.#arena, upper))
    return true
  }

  #insert(at: number, start: number, block: number): void {
    if (this.#count === this.#blocks.length) {
      const room = this.#count + Math.max(4, this.#count >> 3)
      this.#starts = copied(this.#starts, room)
      this.#blocks = copied(this.#blocks, room)
    }
    this.#starts.copyWithin(at + 1, at, this.#count)
    this.#blocks.copyWithin(at + 1, at, this.#count)
    this.#starts[at] = start
    this.#blocks[at] = block
    this.#count++
  }
}

function copied(array: Int32Array, length: number) {
  const wider = new Int32Array(length)
  wider.set(array)
  return wider
}
