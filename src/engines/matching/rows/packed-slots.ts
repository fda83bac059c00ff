import { uint8At } from '../../../shared/item-at.ts'
import { type ByteArena, blockBytes, startOfBlock } from './byte-arena.ts'

/** Most slots in a block. An insertion reads half of them on average. */
export const PACKED_SLOTS = 128
/** Before the slots: the block's size in units of 8 bytes, how many slots it has, and where they end (two bytes). */
const HEAD_BYTES = 4

/**
 * Slots in ascending order in a block of an arena. Each is the distance from the slot before, in 7 bits a byte, lowest
 * first; the highest bit says that more follow. Slots of frequent words are near each other, so most take one byte.
 */
export function packSlots(arena: ByteArena, slots: Int32Array): number {
  let length = HEAD_BYTES
  let before = -1
  for (const slot of slots) {
    length += lengthOf(slot - before - 1)
    before = slot
  }
  const block = emptyBlock(arena, length)
  const page = arena.pageOf(block)
  const start = startOfBlock(block)
  let at = start + HEAD_BYTES
  before = -1
  for (const slot of slots) {
    at = write(page, at, slot - before - 1)
    before = slot
  }
  setHead(page, start, slots.length, length)
  return block
}

export function freeSlots(arena: ByteArena, block: number): void {
  arena.free(block, sizeOf(arena.pageOf(block), startOfBlock(block)))
}

export function countOfBlock(arena: ByteArena, block: number): number {
  return uint8At(arena.pageOf(block), startOfBlock(block) + 1)
}

/** Copies the slots of a block into an array, from an index on. Returns the index after them. */
export function unpackSlots(arena: ByteArena, block: number, to: Int32Array, first: number): number {
  const page = arena.pageOf(block)
  const start = startOfBlock(block)
  const end = start + endOf(page, start)
  let slot = -1
  let index = first
  for (let at = start + HEAD_BYTES; at < end; ) {
    let gap = uint8At(page, at++)
    if (gap > 0x7f) {
      gap &= 0x7f
      for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
        byte = uint8At(page, at++)
        gap |= (byte & 0x7f) << shift
      }
    }
    slot += gap + 1
    to[index++] = slot
  }
  return index
}

/** Where a slot is in a block or would be. Reused to avoid allocation. */
const found = { at: 0, after: 0, before: -1, slot: -1 }

/** Moves `found` to the first slot that is not below this one. At the end, `found.slot` is -1. */
function find(page: Uint8Array, start: number, slot: number): void {
  const end = start + endOf(page, start)
  let before = -1
  for (let at = start + HEAD_BYTES; at < end; ) {
    const from = at
    let gap = 0
    for (let shift = 0, byte = 0x80; byte > 0x7f; shift += 7) {
      byte = uint8At(page, at++)
      gap |= (byte & 0x7f) << shift
    }
    const here = before + gap + 1
    if (here >= slot) {
      found.at = from
      found.after = at
      found.before = before
      found.slot = here
      return
    }
    before = here
  }
  found.at = end
  found.after = end
  found.before = before
  found.slot = -1
}

/** Adds a slot to a block that is not full. Returns the block, which may be another now. */
export function addSlot(arena: ByteArena, block: number, slot: number): number {
  find(arena.pageOf(block), startOfBlock(block), slot)
  if (found.slot === slot) return block
  const gap = slot - found.before - 1
  const rest = found.slot < 0 ? -1 : found.slot - slot - 1
  const length = lengthOf(gap) + (rest < 0 ? 0 : lengthOf(rest))
  const roomy = withRoom(arena, block, length - (found.after - found.at))
  const page = arena.pageOf(roomy)
  const start = startOfBlock(roomy)
  const at = found.at + start - startOfBlock(block)
  const after = found.after + start - startOfBlock(block)
  const end = moveTail(page, start, after, at + length)
  const next = write(page, at, gap)
  if (rest >= 0) write(page, next, rest)
  setHead(page, start, uint8At(page, start + 1) + 1, end - start)
  return roomy
}

/** Removes a slot from a block. Returns false if it is not there. */
export function removeSlot(arena: ByteArena, block: number, slot: number): boolean {
  const page = arena.pageOf(block)
  const start = startOfBlock(block)
  find(page, start, slot)
  if (found.slot !== slot) return false
  const { at, before } = found
  find(page, start, slot + 1)
  const rest = found.slot < 0 ? -1 : found.slot - before - 1
  const end = moveTail(page, start, found.after, at + (rest < 0 ? 0 : lengthOf(rest)))
  if (rest >= 0) write(page, at, rest)
  setHead(page, start, uint8At(page, start + 1) - 1, end - start)
  return true
}

/** Returns whether a slot would be the last of a block. */
export function isAfterAll(arena: ByteArena, block: number, slot: number): boolean {
  find(arena.pageOf(block), startOfBlock(block), slot)
  return found.slot < 0
}

/** Moves what follows `from` to `to`. Returns the new end. */
function moveTail(page: Uint8Array, start: number, from: number, to: number): number {
  const end = start + endOf(page, start)
  if (from !== to && from < end) page.copyWithin(to, from, end)
  return to + end - from
}

/** Returns the block, or a larger copy of it, with room for so many more bytes. */
function withRoom(arena: ByteArena, block: number, bytes: number): number {
  const page = arena.pageOf(block)
  const start = startOfBlock(block)
  const end = endOf(page, start)
  if (end + bytes <= sizeOf(page, start)) return block
  const wider = emptyBlock(arena, end + bytes)
  const to = startOfBlock(wider)
  const widerPage = arena.pageOf(wider)
  widerPage.set(page.subarray(start + 1, start + end), to + 1)
  freeSlots(arena, block)
  return wider
}

function emptyBlock(arena: ByteArena, bytes: number): number {
  const size = blockBytes(bytes)
  const block = arena.allocate(size)
  arena.pageOf(block)[startOfBlock(block)] = size >> 3
  return block
}

function sizeOf(page: Uint8Array, start: number): number {
  return uint8At(page, start) << 3
}

function endOf(page: Uint8Array, start: number): number {
  return uint8At(page, start + 2) | (uint8At(page, start + 3) << 8)
}

function setHead(page: Uint8Array, start: number, count: number, end: number): void {
  page[start + 1] = count
  page[start + 2] = end & 0xff
  page[start + 3] = end >> 8
}

function lengthOf(gap: number): number {
  return gap < 1 << 7 ? 1 : gap < 1 << 14 ? 2 : gap < 1 << 21 ? 3 : gap < 1 << 28 ? 4 : 5
}

function write(page: Uint8Array, start: number, gap: number): number {
  let at = start
  let rest = gap
  while (rest > 0x7f) {
    page[at++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  page[at++] = rest
  return at
}
