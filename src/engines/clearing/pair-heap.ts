import { float64At, int32At } from '../../shared/item-at.ts'
/** Items from 0 to `size` − 1 by two keys, the second deciding ties, the least on top: a binary heap. */
export class PairHeap {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly #items: Int32Array
  readonly #places: Int32Array
  #length = 0

  constructor(size: number) {
    this.first = new Float64Array(size)
    this.second = new Float64Array(size)
    this.#items = new Int32Array(size)
    this.#places = new Int32Array(size).fill(-1)
  }

  has(item: number): boolean {
    return int32At(this.#places, item) >= 0
  }

  /** Adds an item, or gives one that is in the heap smaller keys. */
  lower(item: number, first: number, second: number): void {
    this.first[item] = first
    this.second[item] = second
    if (!this.has(item)) {
      this.#put(item, this.#length)
      this.#length++
    }
    this.#rise(int32At(this.#places, item))
  }

  /** -1 when it is empty. */
  pop(): number {
    if (this.#length === 0) return -1
    const top = int32At(this.#items, 0)
    this.#length--
    const last = int32At(this.#items, this.#length)
    this.#places[top] = -1
    if (last !== top) {
      this.#put(last, 0)
      this.#sink()
    }
    return top
  }

  clear(): void {
    for (let at = 0; at < this.#length; at++) this.#places[int32At(this.#items, at)] = -1
    this.#length = 0
  }

  #put(item: number, place: number): void {
    this.#items[place] = item
    this.#places[item] = place
  }

  #isLess(a: number, b: number): boolean {
    const difference = float64At(this.first, a) - float64At(this.first, b)
    return difference < 0 || (difference === 0 && float64At(this.second, a) < float64At(this.second, b))
  }

  #rise(from: number): void {
    const item = int32At(this.#items, from)
    let at = from
    while (at > 0) {
      const above = int32At(this.#items, (at - 1) >> 1)
      if (!this.#isLess(item, above)) break
      this.#put(above, at)
      at = (at - 1) >> 1
    }
    this.#put(item, at)
  }

  #sink(): void {
    const item = int32At(this.#items, 0)
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.#length) break
      if (
        child + 1 < this.#length &&
        this.#isLess(int32At(this.#items, child + 1), int32At(this.#items, child))
      )
        child++
      const below = int32At(this.#items, child)
      if (!this.#isLess(below, item)) break
      this.#put(below, at)
      at = child
    }
    this.#put(item, at)
  }
}
