import { BinaryHeap } from '../../shared/binary-heap.ts'
import { float64At, int32At } from '../../shared/item-at.ts'

/** Heap of items from 0 to `size` − 1 with two keys each; the second decides ties. The item with the lowest keys is on top. */
export class PairHeap extends BinaryHeap {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly #items: Int32Array
  /** By item: its position; -1 if it is not in the heap. */
  readonly #places: Int32Array
  #length = 0

  constructor(size: number) {
    super()
    this.first = new Float64Array(size)
    this.second = new Float64Array(size)
    this.#items = new Int32Array(size)
    this.#places = new Int32Array(size).fill(-1)
  }

  has(item: number): boolean {
    return int32At(this.#places, item) >= 0
  }

  /** Adds an item, or lowers the keys of an item in the heap. */
  lower(item: number, first: number, second: number): void {
    this.first[item] = first
    this.second[item] = second
    if (!this.has(item)) this.#put(item, this.#length++)
    this.rise(int32At(this.#places, item))
  }

  /** Removes the item on top and returns it; -1 if the heap is empty. */
  pop(): number {
    if (this.#length === 0) return -1
    const top = int32At(this.#items, 0)
    this.#length--
    const last = int32At(this.#items, this.#length)
    this.#places[top] = -1
    if (last !== top) {
      this.#put(last, 0)
      this.sink(0)
    }
    return top
  }

  clear(): void {
    for (let at = 0; at < this.#length; at++) this.#places[int32At(this.#items, at)] = -1
    this.#length = 0
  }

  protected get length(): number {
    return this.#length
  }

  protected isBefore(place: number, other: number): boolean {
    const a = int32At(this.#items, place)
    const b = int32At(this.#items, other)
    const difference = float64At(this.first, a) - float64At(this.first, b)
    return difference < 0 || (difference === 0 && float64At(this.second, a) < float64At(this.second, b))
  }

  protected swap(place: number, other: number): void {
    const item = int32At(this.#items, place)
    this.#put(int32At(this.#items, other), place)
    this.#put(item, other)
  }

  #put(item: number, place: number): void {
    this.#items[place] = item
    this.#places[item] = place
  }
}
