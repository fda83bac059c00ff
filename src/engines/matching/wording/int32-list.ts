import { int32At } from '../../../shared/item-at.ts'
/** A growing list of small numbers in a typed array. */
export class Int32List {
  #items = new Int32Array(4)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Returns the item at an index below `length`. */
  at(place: number): number {
    return int32At(this.#items, place)
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const grown = new Int32Array(this.#length * 2)
      grown.set(this.#items)
      this.#items = grown
    }
    this.#items[this.#length++] = item
  }

  /** Removes one occurrence. The last item takes its place. */
  remove(item: number): void {
    const place = this.#items.subarray(0, this.#length).indexOf(item)
    if (place < 0) return
    this.#length--
    this.#items[place] = int32At(this.#items, this.#length)
  }

  clear(): void {
    this.#length = 0
  }
}
