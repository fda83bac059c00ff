import { float64At, int32At, itemAt } from '../../shared/item-at.ts'
import { type Graph, type Incoming, incoming } from './graph.ts'

/** Which cycles to find. */
export interface CycleTask {
  /** Value that each arc adds to a cycle. */
  values: Float64Array
  /** Price that each vertex subtracts from a cycle. */
  prices: Float64Array
  /** Find only cycles whose value exceeds this. */
  above: number
  /** Maximum number of cycles in total, and per first vertex. */
  limit: number
  limitEach: number
  deadline: number
}

export interface FoundCycles {
  cycles: number[][]
  /** True if these are all cycles of the task. */
  isComplete: boolean
  /** Upper bound of the total value of disjoint cycles. Infinite if the search ended early. */
  excess: number
}

const STEPS_BETWEEN_CLOCKS = 4096

/**
 * Finds cycles of at most `maxLength` vertices, each once, starting at its lowest vertex. A depth-first search follows
 * only arcs from which the way back is short enough and can be valuable enough. The maximum value of a walk back with k
 * arcs (vertices may repeat) is computed first by dynamic programming, as in the pricing of Glorie, van de Klundert and
 * Wagelmans (Kidney exchange with long chains, 2014). A closed walk with a positive value contains a cycle with a
 * positive value, so if there is no such walk, there is no such cycle. Time grows with the number of arcs near each
 * vertex times `maxLength`.
 */
export class CycleFinder {
  readonly #graph: Graph
  readonly #into: Incoming
  readonly #maxLength: number
  /** Minimum number of arcs back to the first vertex. Valid only for vertices that carry the current stamp. */
  readonly #back: Int32Array
  readonly #stamps: Int32Array
  /** By number of arcs left, then by vertex: the maximum value of a walk back. */
  readonly #worths: Float64Array
  readonly #isOnPath: Uint8Array
  readonly #path: number[] = []
  #stamp = 0
  #steps = 0
  #task: CycleTask
  #found: FoundCycles = { cycles: [], isComplete: true, excess: 0 }
  #wanted = 0

  constructor(graph: Graph, maxLength: number) {
    this.#graph = graph
    this.#into = incoming(graph)
    this.#maxLength = maxLength
    this.#back = new Int32Array(graph.size)
    this.#stamps = new Int32Array(graph.size)
    this.#worths = new Float64Array((maxLength + 1) * graph.size)
    this.#isOnPath = new Uint8Array(graph.size)
    const none = new Float64Array()
    this.#task = { values: none, prices: none, above: 0, limit: 0, limitEach: 0, deadline: 0 }
  }

  find(task: CycleTask): FoundCycles {
    this.#task = task
    this.#found = { cycles: [], isComplete: true, excess: 0 }
    for (let first = 0; first < this.#graph.size; first++) {
      if (performance.now() > task.deadline) this.#stop()
      if (!Number.isFinite(this.#found.excess)) break
      const reached = this.#reachBackwards(first)
      if (reached.length === 0) continue
      const worth = this.#measureWalks(first, reached)
      this.#found.excess += Math.max(0, worth)
      if (worth > task.above && this.#found.cycles.length < task.limit) this.#walkFrom(first)
    }
    return this.#found
  }

  #stop(): void {
    this.#found.isComplete = false
    this.#found.excess = Number.POSITIVE_INFINITY
  }

  /** Returns the higher-numbered vertices that can reach `first`, and records their distances. */
  #reachBackwards(first: number): number[] {
    const { starts, tails } = this.#into
    const stamp = ++this.#stamp
    const reached = [first]
    this.#stamps[first] = stamp
    this.#back[first] = 0
    for (let next = 0; next < reached.length; next++) {
      const vertex = itemAt(reached, next)
      const distance = int32At(this.#back, vertex) + 1
      if (distance === this.#maxLength) break
      for (let at = int32At(starts, vertex); at < int32At(starts, vertex + 1); at++) {
        const tail = int32At(tails, at)
        if (tail <= first || this.#stamps[tail] === stamp) continue
        this.#stamps[tail] = stamp
        this.#back[tail] = distance
        reached.push(tail)
      }
    }
    return reached
  }

  /** Returns the maximum value of a closed walk from the first vertex. */
  #measureWalks(first: number, reached: readonly number[]): number {
    const { size } = this.#graph
    for (const vertex of reached) this.#worths[vertex] = vertex === first ? 0 : Number.NEGATIVE_INFINITY
    for (let arcs = 1; arcs < this.#maxLength; arcs++) {
      for (const vertex of reached) {
        const step = vertex === first ? 0 : this.#bestStep(vertex, (arcs - 1) * size)
        this.#worths[arcs * size + vertex] = step
      }
    }
    return this.#bestStep(first, (this.#maxLength - 1) * size)
  }

  #bestStep(vertex: number, layer: number): number {
    const { starts, heads } = this.#graph
    const stamp = this.#stamp
    let best = Number.NEGATIVE_INFINITY
    for (let arc = int32At(starts, vertex); arc < int32At(starts, vertex + 1); arc++) {
      const head = int32At(heads, arc)
      if (this.#stamps[head] !== stamp) continue
      const worth = float64At(this.#task.values, arc) + float64At(this.#worths, layer + head)
      if (worth > best) best = worth
    }
    return best - float64At(this.#task.prices, vertex)
  }

  #walkFrom(first: number): void {
    const before = this.#found.cycles.length
    this.#wanted = Math.min(before + this.#task.limitEach, this.#task.limit)
    this.#path.length = 0
    this.#walk(first, 0)
  }

  #walk(vertex: number, worth: number): void {
    const { starts, heads, size } = this.#graph
    const { values, prices, above } = this.#task
    const [first = vertex] = this.#path
    this.#path.push(vertex)
    this.#isOnPath[vertex] = 1
    const left = this.#maxLength - this.#path.length
    const paid = worth - float64At(prices, vertex)
    for (let arc = int32At(starts, vertex); arc < int32At(starts, vertex + 1); arc++) {
      const head = int32At(heads, arc)
      if (this.#stamps[head] !== this.#stamp || int32At(this.#back, head) > left) continue
      const next = paid + float64At(values, arc)
      if (next + float64At(this.#worths, left * size + head) <= above) continue
      if (head === first) this.#keep()
      else if (!this.#isOnPath[head]) this.#walk(head, next)
      if (!this.#mayGoOn()) break
    }
    this.#path.pop()
    this.#isOnPath[vertex] = 0
  }

  #keep(): void {
    this.#found.cycles.push([...this.#path])
    if (this.#found.cycles.length >= this.#wanted) this.#found.isComplete = false
  }

  #mayGoOn(): boolean {
    this.#steps++
    if (this.#steps % STEPS_BETWEEN_CLOCKS === 0 && performance.now() > this.#task.deadline) this.#stop()
    return Number.isFinite(this.#found.excess) && this.#found.cycles.length < this.#wanted
  }
}
