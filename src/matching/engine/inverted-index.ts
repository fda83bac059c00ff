/** For each key, the slots of the postings that have it, ascending, in typed arrays. */
export class InvertedIndex<Key> {
  readonly #postings = new Map<Key, SlotList>()

  add(slot: number, keys: Iterable<Key>): void {
    for (const key of keys) {
      const list = this.#postings.get(key)
      if (list) list.add(slot)
      else this.#postings.set(key, new SlotList(slot))
    }
  }

  remove(slot: number, keys: Iterable<Key>): void {
    for (const key of keys) {
      const list = this.#postings.get(key)
      list?.remove(slot)
      if (list?.length === 0) this.#postings.delete(key)
    }
  }

  /** Slots with the key; a view that the next write invalidates. */
  slots(key: Key): Int32Array {
    return this.#postings.get(key)?.view() ?? noSlots
  }

  count(key: Key): number {
    return this.#postings.get(key)?.length ?? 0
  }
}

const noSlots = new Int32Array(0)

/** A sorted set of slots in an array that doubles as it fills. */
class SlotList {
  #slots = new Int32Array(2)
  length = 0

  constructor(first: number) {
    this.add(first)
  }

  view(): Int32Array {
    return this.#slots.subarray(0, this.length)
  }

  add(slot: number): void {
    const at = this.#firstNotBelow(slot)
    if (at < this.length && this.#slots[at] === slot) return
    if (this.length === this.#slots.length) {
      const wider = new Int32Array(2 * this.length)
      wider.set(this.#slots)
      this.#slots = wider
    }
    this.#slots.copyWithin(at + 1, at, this.length)
    this.#slots[at] = slot
    this.length++
  }

  remove(slot: number): void {
    const at = this.#firstNotBelow(slot)
    if (at >= this.length || this.#slots[at] !== slot) return
    this.#slots.copyWithin(at, at + 1, this.length)
    this.length--
  }

  #firstNotBelow(slot: number): number {
    if (this.length === 0 || (this.#slots[this.length - 1] ?? 0) < slot) return this.length
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#slots[middle] ?? 0) < slot) low = middle + 1
      else high = middle
    }
    return low
  }
}
