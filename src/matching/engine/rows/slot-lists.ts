import { grown } from './growing-array.ts'

const NO_SLOTS = new Int32Array(0)

/** For each number of a vocabulary, the slots of the postings that have it, ascending. */
export class SlotLists {
  readonly #lists: (Int32Array | undefined)[] = []
  #counts = new Int32Array(0)

  add(number: number, slot: number): void {
    if (number >= this.#counts.length) this.#counts = grown(this.#counts, number + 1)
    const count = this.count(number)
    let list = this.#lists[number] ?? NO_SLOTS
    const at = firstNotBelow(list, count, slot)
    if (at < count && list[at] === slot) return
    if (count === list.length) {
      const wider = new Int32Array(count < 4 ? count + 1 : Math.ceil(count * 1.25))
      wider.set(list)
      list = wider
      this.#lists[number] = list
    }
    if (at < count) list.copyWithin(at + 1, at, count)
    list[at] = slot
    this.#counts[number] = count + 1
  }

  remove(number: number, slot: number): void {
    const count = this.count(number)
    const list = this.#lists[number] ?? NO_SLOTS
    const at = firstNotBelow(list, count, slot)
    if (at >= count || list[at] !== slot) return
    list.copyWithin(at, at + 1, count)
    this.#counts[number] = count - 1
    if (count === 1) this.#lists[number] = undefined
  }

  /** A view that the next write invalidates. */
  slots(number: number): Int32Array {
    return this.#lists[number]?.subarray(0, this.count(number)) ?? NO_SLOTS
  }

  count(number: number): number {
    return this.#counts[number] ?? 0
  }
}

function firstNotBelow(list: Int32Array, count: number, slot: number): number {
  if (count === 0 || (list[count - 1] ?? 0) < slot) return count
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < slot) low = middle + 1
    else high = middle
  }
  return low
}
