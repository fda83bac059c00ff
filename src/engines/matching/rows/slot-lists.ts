import { int32At, itemAt } from '../../../shared/item-at.ts'
import { ByteArena } from './byte-arena.ts'
import { grown } from './growing-array.ts'
import { LongList } from './long-list.ts'
import { addSlot, countOfBlock, freeSlots, PACKED_SLOTS, packSlots, removeSlot } from './packed-slots.ts'
import { EMPTY_LIST, listOf, PackedList, type SlotList } from './slot-list.ts'

/** What the head of a list holds, in its lowest bits: nothing, its only slot, its block, or the index of a long list. */
const HEAD = { none: 0, slot: 1, block: 2, long: 3 } as const
const KIND_BITS = 2
const KINDS = (1 << KIND_BITS) - 1

/**
 * For each number of a vocabulary, the slots of the postings that have it, in ascending order. Most numbers are rare, so
 * a list takes only what its slots need.
 */
export class SlotLists {
  readonly #arena: ByteArena
  #heads = new Int32Array(0)
  readonly #long: (LongList | undefined)[] = []

  /** Several lists may share an arena. */
  constructor(arena = new ByteArena()) {
    this.#arena = arena
  }

  add(number: number, slot: number): void {
    if (number >= this.#heads.length) this.#heads = grown(this.#heads, number + 1)
    const head = int32At(this.#heads, number)
    const value = head >>> KIND_BITS
    const kind = head & KINDS
    if (kind === HEAD.none) this.#set(number, HEAD.slot, slot)
    else if (kind === HEAD.block) this.#addToBlock(number, value, slot)
    else if (kind === HEAD.long) itemAt(this.#long, value)?.add(slot)
    else if (value !== slot) this.#set(number, HEAD.block, this.#pair(value, slot))
  }

  remove(number: number, slot: number): void {
    const head = this.#heads[number] ?? HEAD.none
    const value = head >>> KIND_BITS
    const kind = head & KINDS
    if (kind === HEAD.block) this.#removeFromBlock(number, value, slot)
    else if (kind === HEAD.long) this.#removeFromLong(number, value, slot)
    else if (kind === HEAD.slot && value === slot) this.#set(number, HEAD.none, 0)
  }

  slots(number: number): SlotList {
    const head = this.#heads[number] ?? HEAD.none
    const value = head >>> KIND_BITS
    switch (head & KINDS) {
      case HEAD.none:
        return EMPTY_LIST
      case HEAD.slot:
        return listOf(Int32Array.of(value))
      case HEAD.block:
        return new PackedList(this.#arena, Int32Array.of(value), countOfBlock(this.#arena, value))
      default: {
        const long = itemAt(this.#long, value)
        return long ? new PackedList(this.#arena, long.blocks, long.size) : EMPTY_LIST
      }
    }
  }

  #set(number: number, kind: number, value: number): void {
    this.#heads[number] = (value << KIND_BITS) | kind
  }

  #pair(one: number, other: number): number {
    return packSlots(this.#arena, Int32Array.of(Math.min(one, other), Math.max(one, other)))
  }

  #addToBlock(number: number, block: number, slot: number): void {
    if (countOfBlock(this.#arena, block) < PACKED_SLOTS) {
      this.#set(number, HEAD.block, addSlot(this.#arena, block, slot))
      return
    }
    const long = new LongList(this.#arena, block)
    long.add(slot)
    const free = this.#long.indexOf(undefined)
    const index = free < 0 ? this.#long.length : free
    this.#long[index] = long
    this.#set(number, HEAD.long, index)
  }

  #removeFromBlock(number: number, block: number, slot: number): void {
    if (removeSlot(this.#arena, block, slot)) this.#keepBlock(number, block)
  }

  #removeFromLong(number: number, index: number, slot: number): void {
    const long = itemAt(this.#long, index)
    long?.remove(slot)
    const [block, another] = long?.blocks ?? []
    if (block === undefined || another !== undefined) return
    this.#long[index] = undefined
    this.#keepBlock(number, block)
  }

  /** Makes a block the whole list. A single slot needs no block. */
  #keepBlock(number: number, block: number): void {
    if (countOfBlock(this.#arena, block) > 1) {
      this.#set(number, HEAD.block, block)
      return
    }
    const [last = 0] = new PackedList(this.#arena, Int32Array.of(block), 1).chunk(0)
    freeSlots(this.#arena, block)
    this.#set(number, HEAD.slot, last)
  }
}
