import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { BinaryHeap } from '../../src/shared/binary-heap.ts'
import { itemAt } from '../../src/shared/item-at.ts'
import { holds } from '../support/holds.ts'

/** The least number on top. */
class Numbers extends BinaryHeap {
  readonly #items: number[] = []

  push(item: number): void {
    this.#items.push(item)
    this.rise(this.length - 1)
  }

  pop(): number | undefined {
    if (this.length === 0) return undefined
    this.swap(0, this.length - 1)
    const top = this.#items.pop()
    this.sink(0)
    return top
  }

  protected get length(): number {
    return this.#items.length
  }
  protected isBefore(place: number, other: number): boolean {
    return itemAt(this.#items, place) < itemAt(this.#items, other)
  }
  protected swap(place: number, other: number): void {
    const item = itemAt(this.#items, place)
    this.#items[place] = itemAt(this.#items, other)
    this.#items[other] = item
  }
}

t.test('the least item is on top after any pushes and pops', async (t) => {
  holds(
    t,
    fc.property(fc.array(fc.option(fc.nat(20), { nil: 'pop' as const }), { maxLength: 60 }), (steps) => {
      const heap = new Numbers()
      const sorted: number[] = []
      for (const step of steps) {
        if (step === 'pop') assert.equal(heap.pop(), sorted.shift())
        else {
          heap.push(step)
          sorted.push(step)
          sorted.sort((a, b) => a - b)
        }
      }
      while (sorted.length > 0) assert.equal(heap.pop(), sorted.shift())
      assert.equal(heap.pop(), undefined)
    }),
    500,
  )
})
