import type { Graph } from './graph.ts'
import { PairHeap } from './pair-heap.ts'

const NOBODY = -1
const STEPS_BETWEEN_CLOCKS = 64

export interface Assignment {
  rings: number[][]
  /** No set of rings adds up to more in the first objective. */
  bound: number
  isComplete: boolean
}

/**
 * The best set of disjoint rings of any length: each vertex gives to one other, or to itself for nothing, and each gets
 * from one. Successive shortest paths with potentials (Edmonds and Karp, Theoretical improvements in algorithmic
 * efficiency for network flow problems, 1972), over pairs of whole numbers, so the first objective goes strictly before
 * the second. After the deadline it keeps the rings that stand so far; the potentials bound the first objective at any
 * time, by duality.
 */
export function assignRings(graph: Graph, deadline: number): Assignment {
  const search = new AssignmentSearch(graph)
  const free = search.matchGreedily()
  let isComplete = true
  for (const [at, giver] of free.entries()) {
    if (at % STEPS_BETWEEN_CLOCKS === 0 && performance.now() > deadline) {
      isComplete = false
      break
    }
    search.augment(giver)
  }
  return { rings: search.rings(), bound: search.bound(), isComplete }
}

class AssignmentSearch {
  readonly #graph: Graph
  /** Whom each gives to and who gives to each; a vertex on no ring gives to itself. */
  readonly #takers: Int32Array
  readonly #givers: Int32Array
  // Potentials: of giver and taker together never less than the arc between them.
  readonly #giving: Pairs
  readonly #taking: Pairs
  readonly #distances: PairHeap
  readonly #reachedFrom: Int32Array
  readonly #settled: number[] = []
  readonly #isSettled: Uint8Array

  constructor(graph: Graph) {
    const { size } = graph
    this.#graph = graph
    this.#takers = new Int32Array(size).fill(NOBODY)
    this.#givers = new Int32Array(size).fill(NOBODY)
    this.#giving = pairs(size)
    this.#taking = pairs(size)
    this.#distances = new PairHeap(size)
    this.#reachedFrom = new Int32Array(size).fill(NOBODY)
    this.#isSettled = new Uint8Array(size)
  }

  /** Lets each give along its best arc if that taker is free; returns those that cannot. */
  matchGreedily(): number[] {
    const { size, starts, heads, first, second } = this.#graph
    const unmatched: number[] = []
    for (let giver = 0; giver < size; giver++) {
      let best = { first: 0, second: 0 }
      let takers = [giver]
      for (let arc = starts[giver] ?? 0; arc < (starts[giver + 1] ?? 0); arc++) {
        const value = { first: first[arc] ?? 0, second: second[arc] ?? 0 }
        const order = value.first - best.first || value.second - best.second
        if (order > 0) takers = []
        if (order > 0) best = value
        if (order >= 0) takers.push(heads[arc] ?? 0)
      }
      this.#giving.first[giver] = best.first
      this.#giving.second[giver] = best.second
      const taker = takers.find((one) => this.#givers[one] === NOBODY)
      if (taker === undefined) unmatched.push(giver)
      else this.#match(giver, taker)
    }
    return unmatched
  }

  /** Gives a free giver somebody, along the path to a free taker that costs least. */
  augment(from: number): void {
    let giver = from
    let taker = NOBODY
    let [first, second] = [0, 0]
    for (;;) {
      this.#reach(giver, first, second)
      taker = this.#distances.pop()
      if (taker === NOBODY) throw new Error('every giver can give to itself')
      first = this.#distances.first[taker] ?? 0
      second = this.#distances.second[taker] ?? 0
      const next = this.#givers[taker] ?? NOBODY
      if (next === NOBODY) break
      this.#isSettled[taker] = 1
      this.#settled.push(taker)
      giver = next
    }
    this.#shiftPotentials(from, first, second)
    for (let at = taker; ; ) {
      const by = this.#reachedFrom[at] ?? 0
      const before = this.#takers[by] ?? NOBODY
      this.#match(by, at)
      if (by === from) break
      at = before
    }
  }

  bound(): number {
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
    return sum(this.#giving.first) + sum(this.#taking.first)
  }

  /** The cycles among the arcs in use; before all are matched, some arcs only lie on paths. */
  rings(): number[][] {
    const seen = new Uint8Array(this.#graph.size)
    const found: number[][] = []
    for (let vertex = 0; vertex < this.#graph.size; vertex++) {
      const ring: number[] = []
      let at = vertex
      while (at !== NOBODY && !seen[at]) {
        seen[at] = 1
        ring.push(at)
        at = this.#takers[at] ?? NOBODY
      }
      if (ring.length > 1 && at === vertex) found.push(ring)
    }
    return found
  }

  #match(giver: number, taker: number): void {
    this.#takers[giver] = taker
    this.#givers[taker] = giver
  }

  #reach(giver: number, distance: number, distance2: number): void {
    const { starts, heads, first, second } = this.#graph
    const base = distance + (this.#giving.first[giver] ?? 0)
    const base2 = distance2 + (this.#giving.second[giver] ?? 0)
    this.#offer(giver, giver, base, base2)
    for (let arc = starts[giver] ?? 0; arc < (starts[giver + 1] ?? 0); arc++) {
      this.#offer(giver, heads[arc] ?? 0, base - (first[arc] ?? 0), base2 - (second[arc] ?? 0))
    }
  }

  #offer(giver: number, taker: number, base: number, base2: number): void {
    if (this.#isSettled[taker]) return
    const first = base + (this.#taking.first[taker] ?? 0)
    const second = base2 + (this.#taking.second[taker] ?? 0)
    const heap = this.#distances
    if (heap.has(taker)) {
      const known = heap.first[taker] ?? 0
      if (first > known || (first === known && second >= (heap.second[taker] ?? 0))) return
    }
    heap.lower(taker, first, second)
    this.#reachedFrom[taker] = giver
  }

  #shiftPotentials(from: number, first: number, second: number): void {
    const { first: distances, second: distances2 } = this.#distances
    change(this.#giving, from, -first, -second)
    for (const taker of this.#settled) {
      const shift = first - (distances[taker] ?? 0)
      const shift2 = second - (distances2[taker] ?? 0)
      change(this.#taking, taker, shift, shift2)
      change(this.#giving, this.#givers[taker] ?? 0, -shift, -shift2)
      this.#isSettled[taker] = 0
    }
    this.#settled.length = 0
    this.#distances.clear()
  }
}

interface Pairs {
  first: Float64Array
  second: Float64Array
}

function pairs(size: number): Pairs {
  return { first: new Float64Array(size), second: new Float64Array(size) }
}

function change({ first, second }: Pairs, at: number, by: number, by2: number): void {
  first[at] = (first[at] ?? 0) + by
  second[at] = (second[at] ?? 0) + by2
}
