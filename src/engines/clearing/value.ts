import { type Graph, ringValue } from './graph.ts'

/** Value of rings in the first objective and in the tie-breaker. */
export interface Value {
  first: number
  second: number
}

export function ringsValue(graph: Graph, rings: readonly (readonly number[])[]): Value {
  const sum = (values: Float64Array) =>
    rings.reduce((total, ring) => total + ringValue(graph, ring, values), 0)
  return { first: sum(graph.first), second: sum(graph.second) }
}

export function isBetter(a: Value, b: Value): boolean {
  return a.first > b.first || (a.first === b.first && a.second > b.second)
}
