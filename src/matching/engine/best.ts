/** A pair's other half and its score. */
export interface Scored {
  id: string
  score: number
}

/** The order of every ranking: score descending, then id ascending by code units. Negative where `a` comes first. */
export function byRank(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The best so many of all that were offered: a binary heap with the worst kept one on top. */
export class Best {
  readonly #limit: number
  readonly #heap: Scored[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(one: Scored): void {
    const heap = this.#heap
    if (heap.length < this.#limit) {
      heap.push(one)
      this.#rise(heap.length - 1)
      return
    }
    const worst = heap[0]
    if (!worst || byRank(one, worst) > 0) return
    heap[0] = one
    this.#sink()
  }

  /** What was kept, best first. */
  sorted(): Scored[] {
    return [...this.#heap].sort(byRank)
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#swapIfWorse(at, parent)) return
      at = parent
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const worse = this.#isWorse(left + 1, left) ? left + 1 : left
      if (!this.#swapIfWorse(worse, at)) return
      at = worse
    }
  }

  #isWorse(a: number, b: number): boolean {
    const first = this.#heap[a]
    const second = this.#heap[b]
    return first !== undefined && second !== undefined && byRank(first, second) > 0
  }

  #swapIfWorse(lower: number, upper: number): boolean {
    const below = this.#heap[lower]
    const above = this.#heap[upper]
    if (!below || !above || byRank(below, above) <= 0) return false
    this.#heap[lower] = above
    this.#heap[upper] = below
    return true
  }
}
