import { float64At, itemAt } from '../../shared/item-at.ts'
import { assignRings } from './assignment.ts'
import type { Graph } from './graph.ts'
import { improveRings } from './improve.ts'
import { Maximum, ROUNDING } from './maximum.ts'
import { createPool, greedyRings, LONGEST_SEARCHED } from './pool.ts'
import { type Dual, type Pool, programOf, reducedGain, relax, secondsUntil } from './relax.ts'
import { chooseCycles, SolverFault } from './solver.ts'
import { isBetter, ringsValue } from './value.ts'

export interface Packing {
  rings: number[][]
  /** Upper bound of the first objective for any set of rings. */
  bound: number
  isOptimal: boolean
}

// Maximum number of cycles given to the solver at once. If there are more, cycles are generated when needed.
const MOST_CYCLES = 60_000
const NEAREST_A_VERTEX = 10
// Shares of the remaining time.
const TRY_SHARE = 0.1
const RELAXING_SHARE = 0.3
const IMPROVING_SHARE = 0.5
const FIRST_PRIORITY = 8
const PRIORITY_GROWTH = 32

/**
 * Finds the best set of disjoint cycles of at most `maxLength` vertices in a strongly connected graph.
 *
 * 1. Solve the assignment problem. If its rings are short enough, they are the answer.
 * 2. Otherwise use the cycle formulation (Abraham, Blum and Sandholm, Clearing algorithms for barter exchange markets,
 *    2007), whose linear relaxation is tight for short cycles. If there are few cycles, branch and cut over all.
 * 3. If there are many, compute the relaxation. A cycle can be part of better rings only if its reduced cost is below
 *    the gap between the relaxation and the best known rings. Branch and cut over these cycles proves optimality.
 *
 * After the deadline the best rings so far are returned.
 */
export function packRings(graph: Graph, maxLength: number, deadline: number): Packing {
  const { rings, bound, isComplete } = assignRings(graph, deadline)
  const short = rings.filter(({ length }) => length <= maxLength)
  if (maxLength >= graph.size || (isComplete && short.length === rings.length)) {
    return { rings, bound, isOptimal: isComplete }
  }
  const length = Math.min(maxLength, LONGEST_SEARCHED)
  const search = new PackingSearch(createPool(graph, length, MOST_CYCLES, deadline), bound, deadline)
  search.adopt(short)
  search.run()
  // Longer rings were not searched, so the assignment is the only valid bound.
  return length < maxLength ? { rings: search.rings, bound, isOptimal: false } : search
}

interface Candidates {
  cycles: number[][]
  /** True if any better rings can consist only of these cycles. */
  isComplete: boolean
}

class PackingSearch implements Packing {
  rings: number[][]
  bound: number
  isOptimal = false
  readonly #pool: Pool
  readonly #deadline: number

  constructor(pool: Pool, bound: number, deadline: number) {
    this.#pool = pool
    this.#deadline = deadline
    this.bound = bound
    this.rings = greedyRings(pool)
  }

  adopt(rings: number[][]): void {
    const { graph } = this.#pool
    if (isBetter(ringsValue(graph, rings), ringsValue(graph, this.rings))) this.rings = rings
  }

  run(): void {
    const { graph, cycles } = this.#pool
    try {
      const { bound } = this.#maximize(graph.first)
      this.bound = Math.min(this.bound, bound)
      if (this.bound <= ringsValue(graph, this.rings).first) this.isOptimal = this.#decideTies()
    } catch (error) {
      if (!(error instanceof SolverFault)) throw error
      this.#improve(new Maximum(graph, graph.first, this.rings), cycles)
    }
  }

  /**
   * Maximizes priority × first + second. If the result is also optimal in the first objective, it is optimal in the
   * tie-breaker, whatever the priority. Small priorities are numerically safe and nearly always sufficient.
   */
  #decideTies(): boolean {
    const { graph } = this.#pool
    const { first, second } = graph
    if ([first, second].every((values) => values.every((value) => value === values[0]))) return true
    const most = ringsValue(graph, this.rings).first
    let priority = FIRST_PRIORITY * second.reduce((max, value) => Math.max(max, value), 1)
    while (priority * (most + 1) <= Number.MAX_SAFE_INTEGER) {
      const weighted = first.map((value, arc) => priority * value + float64At(second, arc))
      const { rings, isProven } = this.#maximize(weighted)
      if (!isProven) return false
      if (ringsValue(graph, rings).first === most) return true
      priority *= PRIORITY_GROWTH
    }
    return false
  }

  /** Finds the rings with the largest sum of the given arc values. */
  #maximize(values: Float64Array): Maximum {
    const { graph, cycles, hasAll } = this.#pool
    const best = new Maximum(graph, values, this.rings)
    if (hasAll) this.#choose(values, best, { cycles, isComplete: true }, TRY_SHARE)
    if (best.isProven) return best
    const dual = relax(this.#pool, values, this.#after(RELAXING_SHARE))
    if (dual) best.seeBound(dual.bound)
    const nearest = this.#nearest(dual)
    this.#choose(values, best, { cycles: nearest, isComplete: false }, TRY_SHARE)
    const candidates = this.#candidates(best, dual)
    if (candidates.cycles.length < nearest.length) this.#choose(values, best, candidates, TRY_SHARE)
    this.#improve(best, nearest, values)
    this.#choose(values, best, this.#candidates(best, dual), 1)
    return best
  }

  /** Branch and cut over the candidates and the best rings so far. */
  #choose(values: Float64Array, best: Maximum, { cycles, isComplete }: Candidates, share: number): void {
    if (best.isProven) return
    const { graph } = this.#pool
    const own = new Set(best.rings.map(String))
    const all = [...best.rings, ...cycles.filter((cycle) => !own.has(String(cycle)))]
    const program = programOf(graph, all, values)
    const seconds = secondsUntil(this.#after(share))
    const { places, bound } = chooseCycles(program, [...best.rings.keys()], seconds)
    if (places) best.see(places.map((at) => itemAt(all, at)))
    if (isComplete) best.seeBound(bound)
    this.adopt(best.rings)
  }

  #improve(best: Maximum, cycles: number[][], values = this.#pool.graph.first): void {
    if (best.isProven) return
    const task = { values, most: best.bound, deadline: this.#after(IMPROVING_SHARE) }
    best.see(improveRings(this.#pool.graph, cycles, best.rings, task))
    best.seeBound(best.bound)
    this.adopt(best.rings)
  }

  /** The cycles with the largest reduced gain in the relaxation. */
  #nearest(dual: Dual | undefined): number[][] {
    const { graph, cycles } = this.#pool
    if (!dual) return cycles
    return cycles
      .map((cycle) => ({ cycle, gain: reducedGain(graph, dual, cycle) }))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, NEAREST_A_VERTEX * graph.size)
      .map(({ cycle }) => cycle)
  }

  /** The cycles that can be part of better rings, or some of them if there are too many. */
  #candidates(best: Maximum, dual: Dual | undefined): Candidates {
    const { finder, graph, cycles, hasAll } = this.#pool
    if (best.isProven || !dual) return { cycles, isComplete: hasAll }
    const above = best.value + 1 - dual.bound - ROUNDING
    if (hasAll) {
      return { cycles: cycles.filter((cycle) => reducedGain(graph, dual, cycle) > above), isComplete: true }
    }
    const { values, prices } = dual
    const limits = { limit: MOST_CYCLES, limitEach: MOST_CYCLES }
    const found = finder.find({ values, prices, above, ...limits, deadline: this.#after(RELAXING_SHARE) })
    return found.isComplete ? found : { cycles: this.#nearest(dual), isComplete: false }
  }

  #after(share: number): number {
    const now = performance.now()
    return now + share * Math.max(0, this.#deadline - now)
  }
}
