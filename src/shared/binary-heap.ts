/**
 * A binary heap: the item on top, at index 0, comes before all others. Subclasses store the items in arrays
 * of their choice.
 */
export abstract class BinaryHeap {
  /** Number of items. */
  protected abstract get length(): number
  /** Returns whether the item at one index belongs above the item at the other. */
  protected abstract isBefore(place: number, other: number): boolean
  protected abstract swap(place: number, other: number): void

  /** Moves an item up to its place and returns the new index. */
  protected rise(from: number): number {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.isBefore(at, parent)) break
      this.swap(at, parent)
      at = parent
    }
    return at
  }

  /** Moves an item down to its place and returns the new index. */
  protected sink(from: number): number {
    const { length } = this
    let at = from
    for (;;) {
      const left = 2 * at + 1
      if (left >= length) return at
      const right = left + 1
      const child = right < length && this.isBefore(right, left) ? right : left
      if (!this.isBefore(child, at)) return at
      this.swap(child, at)
      at = child
    }
  }
}
