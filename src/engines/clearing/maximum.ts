import { type Graph, ringValue } from './graph.ts'

// Values are integers. Rounding errors in the solver are smaller than this.
export const ROUNDING = 1e-4

/** The best rings so far for given arc values, with an upper bound. */
export class Maximum {
  rings: number[][]
  value: number
  bound = Number.POSITIVE_INFINITY
  readonly #sum: (rings: readonly number[][]) => number

  constructor(graph: Graph, values: Float64Array, rings: number[][]) {
    this.#sum = (rings) => rings.reduce((sum, ring) => sum + ringValue(graph, ring, values), 0)
    this.rings = rings
    this.value = this.#sum(rings)
  }

  get isProven(): boolean {
    return this.value >= this.bound
  }

  see(rings: number[][]): void {
    const value = this.#sum(rings)
    if (value <= this.value) return
    this.rings = rings
    this.value = value
  }

  seeBound(bound: number): void {
    this.bound = Math.max(this.value, Math.min(this.bound, Math.floor(bound + ROUNDING)))
  }
}
