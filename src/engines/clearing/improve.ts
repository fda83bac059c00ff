import { float64At, int32At, itemAt } from '../../shared/item-at.ts'
import { type Graph, ringValue } from './graph.ts'

const NONE = -1
const ROUNDS_A_VERTEX = 500
const ROUNDS_BETWEEN_CLOCKS = 256
// How much worse the rings may get at the start, in units of the average value of a vertex on a cycle.
const SLACK = 1.6
const MOST_STEPS = 400

/**
 * Improves rings by local search over known cycles. Each round inserts one cycle, removes the rings that conflict with
 * it, and then inserts cycles around them that are worth more than the rings they replace. Slightly worse results are
 * also kept, less and less often (simulated annealing: Kirkpatrick, Gelatt and Vecchi, Optimization by simulated
 * annealing, 1983). Returns the best rings seen. Ends after a fixed number of rounds, when the value reaches `most`, or
 * at the deadline. Apart from the deadline it is deterministic.
 */
export function improveRings(
  graph: Graph,
  cycles: readonly (readonly number[])[],
  rings: readonly (readonly number[])[],
  task: { values: Float64Array; most: number; deadline: number },
): number[][] {
  const search = new LocalSearch(graph, [...rings, ...cycles], task.values)
  for (const place of rings.keys()) search.take(place)
  const begun = performance.now()
  const rounds = ROUNDS_A_VERTEX * graph.size
  let best = search.value
  let found = search.rings
  let slack = 0
  for (let round = 0; round < rounds && best < task.most; round++) {
    if (round % ROUNDS_BETWEEN_CLOCKS === 0) {
      const passed = (performance.now() - begun) / Math.max(0, task.deadline - begun)
      if (!(passed < 1)) break
      slack = SLACK * search.worthOfVertex * (1 - Math.max(passed, round / rounds))
    }
    search.disturb(slack)
    if (search.value <= best) continue
    best = search.value
    found = search.rings
  }
  return found
}

class LocalSearch {
  readonly worthOfVertex: number
  value = 0
  readonly #cycles: readonly (readonly number[])[]
  readonly #values: Float64Array
  /** By vertex: the positions of its cycles, and the position of the cycle that it is on. */
  readonly #cyclesOf: number[][]
  readonly #on: Int32Array
  /** Positions of the cycles inserted in this round; bitwise inverted for removed cycles. */
  readonly #changes: number[] = []
  #random = 1

  constructor(graph: Graph, cycles: readonly (readonly number[])[], values: Float64Array) {
    this.#cycles = cycles
    this.#cyclesOf = Array.from({ length: graph.size }, () => [])
    this.#on = new Int32Array(graph.size).fill(NONE)
    cycles.forEach((cycle, place) => {
      for (const vertex of cycle) itemAt(this.#cyclesOf, vertex).push(place)
    })
    // A share of the second objective so small that it only decides ties.
    const tie = 0.5 / graph.second.reduce((sum, value) => sum + value, 1)
    this.#values = Float64Array.from(
      cycles,
      (cycle) => ringValue(graph, cycle, values) + tie * ringValue(graph, cycle, graph.second),
    )
    const vertices = cycles.reduce((sum, { length }) => sum + length, 0)
    this.worthOfVertex = this.#values.reduce((sum, value) => sum + value, 0) / Math.max(1, vertices)
  }

  get rings(): number[][] {
    const places = new Set(this.#on)
    places.delete(NONE)
    return [...places].map((place) => [...itemAt(this.#cycles, place)])
  }

  take(place: number): void {
    for (const vertex of itemAt(this.#cycles, place)) this.#on[vertex] = place
    this.value += float64At(this.#values, place)
    this.#changes.push(place)
  }

  /** Runs one round. The loss it accepts is drawn at random around `slack`. */
  disturb(slack: number): void {
    const before = this.value
    this.#changes.length = 0
    const own = itemAt(this.#cyclesOf, this.#draw(this.#on.length))
    const forced = own[this.#draw(Math.max(1, own.length))] ?? NONE
    const [first = 0] = this.#cycles[forced] ?? []
    if (forced === NONE || this.#on[first] === forced) return
    this.#settle(this.#replace(forced), forced)
    const chance = (this.#draw(2 ** 20) + 1) / 2 ** 20
    if (this.value < before + slack * Math.log(chance)) this.#undo(before)
  }

  /** Inserts improving cycles at free vertices, including vertices that become free on the way. */
  #settle(free: number[], forced: number): void {
    for (let step = 0; step < free.length && step < MOST_STEPS; step++) {
      const vertex = itemAt(free, step)
      if (this.#on[vertex] !== NONE) continue
      const better = this.#bestAt(vertex, forced)
      if (better !== NONE) free.push(...this.#replace(better))
    }
  }

  #bestAt(vertex: number, forced: number): number {
    let best = NONE
    let most = 0
    for (const place of itemAt(this.#cyclesOf, vertex)) {
      const gain = this.#gain(place, forced)
      if (gain <= most) continue
      most = gain
      best = place
    }
    return best
  }

  /** Value of a cycle minus the value of the cycles it would replace; 0 if it would replace the forced one. */
  #gain(place: number, forced: number): number {
    const cycle = itemAt(this.#cycles, place)
    let gain = float64At(this.#values, place)
    for (let at = 0; at < cycle.length; at++) {
      const other = int32At(this.#on, itemAt(cycle, at))
      if (other === NONE) continue
      if (other === forced) return 0
      let isCounted = false
      for (let before = 0; before < at; before++) isCounted ||= this.#on[itemAt(cycle, before)] === other
      if (!isCounted) gain -= float64At(this.#values, other)
    }
    return gain
  }

  /** Inserts a cycle and removes conflicting ones. Returns the vertices left free. */
  #replace(place: number): number[] {
    const free: number[] = []
    for (const vertex of itemAt(this.#cycles, place)) {
      const other = int32At(this.#on, vertex)
      if (other === NONE) continue
      this.#leave(other)
      free.push(...itemAt(this.#cycles, other))
    }
    this.take(place)
    return free.filter((vertex) => this.#on[vertex] === NONE)
  }

  #leave(place: number): void {
    for (const vertex of itemAt(this.#cycles, place)) this.#on[vertex] = NONE
    this.value -= float64At(this.#values, place)
    this.#changes.push(~place)
  }

  #undo(before: number): void {
    for (const change of this.#changes.splice(0).reverse()) {
      if (change < 0) this.take(~change)
      else this.#leave(change)
    }
    this.value = before
  }

  /** A pseudorandom integer below `count`: 32-bit xorshift (Marsaglia, Xorshift RNGs, 2003). */
  #draw(count: number): number {
    this.#random ^= this.#random << 13
    this.#random ^= this.#random >>> 17
    this.#random ^= this.#random << 5
    return (this.#random >>> 0) % count
  }
}
