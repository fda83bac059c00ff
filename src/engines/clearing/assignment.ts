import { float64At, int32At } from '../../shared/item-at.ts'
import type { Graph } from './graph.ts'
import { PairHeap } from './pair-heap.ts'

const NOBODY = -1
const STEPS_BETWEEN_CLOCKS = 64

export interface Assignment {
  rings: number[][]
  /** Upper bound of the first objective for any set of rings. */
  bound: number
  isComplete: boolean
}

/**
 * Finds the best set of disjoint rings of any length, as an assignment: each vertex gives to exactly one vertex and
 * receives from exactly one; giving to itself has value 0 and means that it is on no ring. Uses successive shortest
 * paths with potentials (Edmonds and Karp, Theoretical improvements in algorithmic efficiency for network flow
 * problems, 1972) over pairs of integers, so the first objective has strict priority over the second. After the
 * deadline it returns the rings found so far. By duality, the potentials bound the first objective at any time.
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
  /** By vertex: the vertex that it gives to, and the vertex that gives to it. A vertex on no ring gives to itself. */
  readonly #takers: Int32Array
  readonly #givers: Int32Array
  // Potentials. The sum of a giver's and a taker's potential is never less than the value of the arc between them.
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

  /** Matches each giver along its best arc if that taker is free. Returns the givers left unmatched. */
  matchGreedily(): number[] {
    const { size, starts, heads, first, second } = this.#graph
    const unmatched: number[] = []
    for (let giver = 0; giver < size; giver++) {
      let best = { first: 0, second: 0 }
      let takers = [giver]
      for (let arc = int32At(starts, giver); arc < int32At(starts, giver + 1); arc++) {
        const value = { first: float64At(first, arc), second: float64At(second, arc) }
        const order = value.first - best.first || value.second - best.second
        if (order > 0) takers = []
        if (order > 0) best = value
        if (order >= 0) takers.push(int32At(heads, arc))
      }
      this.#giving.first[giver] = best.first
      this.#giving.second[giver] = best.second
      const taker = takers.find((one) => this.#givers[one] === NOBODY)
      if (taker === undefined) unmatched.push(giver)
      else this.#match(giver, taker)
    }
    return unmatched
  }

  /** Matches a free giver along the shortest path to a free taker. */
  augment(from: number): void {
    let giver = from
    let taker = NOBODY
    let [first, second] = [0, 0]
    for (;;) {
      this.#reach(giver, first, second)
      taker = this.#distances.pop()
      if (taker === NOBODY) throw new Error('a giver found no taker, although it can give to itself')
      first = float64At(this.#distances.first, taker)
      second = float64At(this.#distances.second, taker)
      const next = int32At(this.#givers, taker)
      if (next === NOBODY) break
      this.#isSettled[taker] = 1
      this.#settled.push(taker)
      giver = next
    }
    this.#shiftPotentials(from, first, second)
    for (let at = taker; ; ) {
      const by = int32At(this.#reachedFrom, at)
      const before = int32At(this.#takers, by)
      this.#match(by, at)
      if (by === from) break
      at = before
    }
  }

  bound(): number {
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
    return sum(this.#giving.first) + sum(this.#taking.first)
  }

  /** Returns the cycles among the arcs in use. Until all vertices are matched, some arcs are on paths instead. */
  rings(): number[][] {
    const seen = new Uint8Array(this.#graph.size)
    const found: number[][] = []
    for (let vertex = 0; vertex < this.#graph.size; vertex++) {
      const ring: number[] = []
      let at = vertex
      while (at !== NOBODY && !seen[at]) {
        seen[at] = 1
        ring.push(at)
        at = int32At(this.#takers, at)
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
    const base = distance + float64At(this.#giving.first, giver)
    const base2 = distance2 + float64At(this.#giving.second, giver)
    this.#offer(giver, giver, base, base2)
    for (let arc = int32At(starts, giver); arc < int32At(starts, giver + 1); arc++) {
      this.#offer(giver, int32At(heads, arc), base - float64At(first, arc), base2 - float64At(second, arc))
    }
  }

  #offer(giver: number, taker: number, base: number, base2: number): void {
    if (this.#isSettled[taker]) return
    const first = base + float64At(this.#taking.first, taker)
    const second = base2 + float64At(this.#taking.second, taker)
    const heap = this.#distances
    if (heap.has(taker)) {
      const known = float64At(heap.first, taker)
      if (first > known || (first === known && second >= float64At(heap.second, taker))) return
    }
    heap.lower(taker, first, second)
    this.#reachedFrom[taker] = giver
  }

  #shiftPotentials(from: number, first: number, second: number): void {
    const { first: distances, second: distances2 } = this.#distances
    change(this.#giving, from, -first, -second)
    for (const taker of this.#settled) {
      const shift = first - float64At(distances, taker)
      const shift2 = second - float64At(distances2, taker)
      change(this.#taking, taker, shift, shift2)
      change(this.#giving, int32At(this.#givers, taker), -shift, -shift2)
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
  first[at] = float64At(first, at) + by
  second[at] = float64At(second, at) + by2
}
