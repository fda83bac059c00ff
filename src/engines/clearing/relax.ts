import { float64At } from '../../shared/item-at.ts'
import type { CycleFinder } from './cycles.ts'
import { type Graph, ringValue } from './graph.ts'
import { type Program, Relaxation } from './solver.ts'

/** Known cycles of a graph. `hasAll` tells whether these are all cycles; otherwise `finder` finds more. */
export interface Pool {
  graph: Graph
  finder: CycleFinder
  cycles: number[][]
  hasAll: boolean
}

/** Dual prices of the vertices, with the upper bound that they prove for disjoint cycles. */
export interface Dual {
  values: Float64Array
  prices: Float64Array
  bound: number
}

const CYCLES_A_ROUND = 5000
const CYCLES_A_ROUND_EACH = 8
// Rounding error of the solver, relative to the largest value.
const ROUNDING = 1e-6
const LEAST_SECONDS = 0.001

export function secondsUntil(deadline: number): number {
  return Math.max(LEAST_SECONDS, (deadline - performance.now()) / 1000)
}

export function programOf(graph: Graph, cycles: readonly number[][], values: Float64Array): Program {
  const gains = Float64Array.from(cycles, (cycle) => ringValue(graph, cycle, values))
  return { vertices: graph.size, cycles, gains }
}

/** Value of a cycle minus the prices of its vertices. */
export function reducedGain(graph: Graph, { prices, values }: Dual, cycle: readonly number[]): number {
  return cycle.reduce((gain, vertex) => gain - float64At(prices, vertex), ringValue(graph, cycle, values))
}

/**
 * Solves the linear relaxation of the packing by column generation: cycles with a positive reduced gain are added to
 * the pool until there are none. Returns undefined if there was no time to prove a bound.
 */
export function relax(pool: Pool, values: Float64Array, deadline: number): Dual | undefined {
  const { graph, cycles, finder } = pool
  const relaxation = new Relaxation(programOf(graph, cycles, values))
  const above = ROUNDING * values.reduce((max, value) => Math.max(max, value), 1)
  let best: Dual | undefined
  for (;;) {
    const prices = relaxation.solve(secondsUntil(deadline))
    if (!prices) break
    const limits = { limit: CYCLES_A_ROUND, limitEach: CYCLES_A_ROUND_EACH }
    const found = finder.find({ values, prices, above, ...limits, deadline })
    // Prices that are slightly too low still give a bound, because disjoint cycles have different first vertices.
    const bound = prices.reduce((sum, price) => sum + price, found.excess)
    if (bound < (best?.bound ?? Number.POSITIVE_INFINITY)) best = { values, prices, bound }
    if (found.cycles.length === 0) break
    cycles.push(...found.cycles)
    relaxation.add(found.cycles, programOf(graph, found.cycles, values).gains)
  }
  relaxation.dispose()
  return best
}
