import { float64At } from '../../shared/item-at.ts'
import { CycleFinder } from './cycles.ts'
import type { Graph } from './graph.ts'
import type { Pool } from './relax.ts'
import { isBetter, ringsValue, type Value } from './value.ts'

/** Maximum length of enumerated cycles, because work and memory grow with it. */
export const LONGEST_SEARCHED = 50

/** Enumerates all cycles; if there are more than `limit`, all cycles up to the longest length that fits. */
export function createPool(graph: Graph, maxLength: number, limit: number, deadline: number): Pool {
  const finder = new CycleFinder(graph, maxLength)
  const enumerate = (length: number) =>
    (length === maxLength ? finder : new CycleFinder(graph, length)).find({
      values: new Float64Array(graph.heads.length),
      prices: new Float64Array(graph.size),
      ...{ above: -1, limit, limitEach: limit, deadline },
    })
  let cycles: number[][] = []
  for (let length = 2; length <= maxLength; length++) {
    const found = enumerate(length)
    if (cycles.length === 0 || found.isComplete) cycles = found.cycles
    if (!found.isComplete) return { graph, finder, cycles, hasAll: false }
  }
  return { graph, finder, cycles, hasAll: true }
}

/** Chooses disjoint cycles greedily in three different orders and returns the best result. */
export function greedyRings({ graph, cycles }: Pool): number[][] {
  const crowds = new Float64Array(graph.size)
  for (const vertex of cycles.flat()) crowds[vertex] = float64At(crowds, vertex) + 1
  const ranked = cycles.map((cycle) => {
    const value = ringsValue(graph, [cycle])
    const crowd = cycle.reduce((sum, vertex) => sum + float64At(crowds, vertex), 0)
    const { length } = cycle
    return { cycle, crowd, length, first: value.first / length, second: value.second / length }
  })
  const better = (a: Value, b: Value) => b.first - a.first || b.second - a.second
  const choices = [
    ranked.toSorted((a, b) => a.crowd / a.first - b.crowd / b.first || better(a, b)),
    ranked.toSorted((a, b) => better(a, b) || a.crowd - b.crowd),
    ranked.toSorted((a, b) => a.length - b.length || better(a, b) || a.crowd - b.crowd),
  ].map((order) =>
    fitting(
      graph.size,
      order.map(({ cycle }) => cycle),
    ),
  )
  return choices.reduce((best, one) =>
    isBetter(ringsValue(graph, one), ringsValue(graph, best)) ? one : best,
  )
}

function fitting(size: number, cycles: readonly number[][]): number[][] {
  const isTaken = new Uint8Array(size)
  return cycles.filter((cycle) => {
    if (cycle.some((vertex) => isTaken[vertex])) return false
    for (const vertex of cycle) isTaken[vertex] = 1
    return true
  })
}
