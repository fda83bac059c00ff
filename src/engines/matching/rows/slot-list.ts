import { int32At, itemAt } from '../../../shared/item-at.ts'

/** Maximum slots in a chunk, and so the most that one insertion moves. */
export const CHUNK_SLOTS = 1024

const NO_SLOTS = new Int32Array(0)

/** Slots in ascending order, in chunks of typed arrays. */
export class SlotList {
  // Most lists have one chunk. An array that starts empty would allocate room for many.
  readonly #chunks: Int32Array[] = [NO_SLOTS]
  readonly #counts: number[] = [0]
  #size = 0

  get size(): number {
    return this.#size
  }

  get chunks(): number {
    return this.#chunks.length
  }

  /** Returns a chunk, of which the first `countOf` entries are slots. Valid until the next write. */
  chunk(at: number): Int32Array {
    return this.#chunks[at] ?? NO_SLOTS
  }

  countOf(at: number): number {
    return itemAt(this.#counts, at)
  }

  /** Adds a slot if it is missing. */
  add(slot: number): void {
    const at = this.#chunkFor(slot)
    const count = this.countOf(at)
    const place = firstNotBelow(this.chunk(at), count, slot)
    if (place < count && this.chunk(at)[place] === slot) return
    if (count === CHUNK_SLOTS) {
      this.#split(at, place)
      this.add(slot)
      return
    }
    const chunk = this.#withRoom(at, count)
    if (place < count) chunk.copyWithin(place + 1, place, count)
    chunk[place] = slot
    this.#counts[at] = count + 1
    this.#size++
  }

  /** Removes a slot if it is present. */
  remove(slot: number): void {
    const at = this.#chunkFor(slot)
    const chunk = this.chunk(at)
    const count = this.countOf(at)
    const place = firstNotBelow(chunk, count, slot)
    if (place >= count || chunk[place] !== slot) return
    chunk.copyWithin(place, place + 1, count)
    this.#counts[at] = count - 1
    this.#size--
    if (count > 1 || this.#chunks.length === 1) return
    this.#chunks.splice(at, 1)
    this.#counts.splice(at, 1)
  }

  /** Returns the index of the last chunk that begins at or before the slot, or of the first chunk if none does. */
  #chunkFor(slot: number): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.chunk(middle)[0] ?? 0) <= slot) low = middle
      else high = middle - 1
    }
    return low
  }

  #withRoom(at: number, count: number): Int32Array {
    const chunk = this.chunk(at)
    if (count < chunk.length) return chunk
    const wider = new Int32Array(Math.min(CHUNK_SLOTS, count < 4 ? count + 1 : Math.ceil(count * 1.25)))
    wider.set(chunk)
    this.#chunks[at] = wider
    return wider
  }

  /** Splits a chunk in half. If slots are added in ascending order, it stays full and a new chunk begins after it. */
  #split(at: number, place: number): void {
    const from = place === CHUNK_SLOTS ? CHUNK_SLOTS : CHUNK_SLOTS / 2
    const chunk = this.chunk(at)
    const upper = chunk.slice(from)
    // Copies without the spare room, which would be half of a large list.
    this.#chunks.splice(at, 1, chunk.slice(0, from), upper)
    this.#counts.splice(at + 1, 0, upper.length)
    this.#counts[at] = from
  }
}

export const EMPTY_LIST = new SlotList()

function firstNotBelow(slots: Int32Array, count: number, slot: number): number {
  if (count === 0 || int32At(slots, count - 1) < slot) return count
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (int32At(slots, middle) < slot) low = middle + 1
    else high = middle
  }
  return low
}
