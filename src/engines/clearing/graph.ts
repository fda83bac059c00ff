import { float64At, int32At, itemAt } from '../../shared/item-at.ts'

/** An edge: the first participant would give to the second, with this weight. */
export type Edge = readonly [from: number, to: number, weight: number]

/** Directed graph in compressed sparse rows, without loops or duplicate arcs, heads ascending. */
export interface Graph {
  size: number
  /** Index of the first arc of each vertex, plus one final entry. */
  starts: Int32Array
  heads: Int32Array
  /** Value of each arc in the objective. */
  first: Float64Array
  /** Value of each arc in the tie-breaking objective. */
  second: Float64Array
}

/** The arcs of a graph, grouped by head. */
export interface Incoming {
  starts: Int32Array
  tails: Int32Array
  arcs: Int32Array
}

/** Builds a graph: `first` is the weight of an arc, `second` is 1. Loops are dropped; of duplicate edges the larger weight is kept. */
export function createGraph(size: number, edges: readonly Edge[]): Graph {
  const best = Array.from({ length: size }, () => new Map<number, number>())
  for (const [from, to, weight] of edges) {
    const heads = itemAt(best, from)
    if (from !== to) heads.set(to, Math.max(weight, heads.get(to) ?? 0))
  }
  const arcs = best.flatMap((one) => [...one].sort(([a], [b]) => a - b))
  return {
    size,
    starts: placesOf(best.map((one) => one.size)),
    heads: Int32Array.from(arcs, ([head]) => head),
    first: Float64Array.from(arcs, ([, weight]) => weight),
    second: new Float64Array(arcs.length).fill(1),
  }
}

/** Returns the graph with only the marked arcs. */
export function withArcs({ size, starts, heads, first, second }: Graph, marks: Uint8Array): Graph {
  const counts = Array.from({ length: size }, (_, vertex) =>
    marks.subarray(int32At(starts, vertex), int32At(starts, vertex + 1)).reduce((sum, mark) => sum + mark, 0),
  )
  const isMarked = (_: number, arc: number) => marks[arc] === 1
  return {
    size,
    starts: placesOf(counts),
    heads: heads.filter(isMarked),
    first: first.filter(isMarked),
    second: second.filter(isMarked),
  }
}

/** Returns the subgraphs of disjoint sets of vertices. Vertices are renumbered by their position in these lists. */
export function subgraphs(graph: Graph, parts: readonly (readonly number[])[]): Graph[] {
  const places = new Int32Array(graph.size)
  const partOf = new Int32Array(graph.size).fill(-1)
  parts.forEach((vertices, part) => {
    vertices.forEach((vertex, place) => {
      places[vertex] = place
      partOf[vertex] = part
    })
  })
  return parts.map((vertices, part) => {
    const byVertex = vertices.map((vertex) =>
      arcsOf(graph, vertex)
        .filter((arc) => int32At(partOf, int32At(graph.heads, arc)) === part)
        .map((arc) => ({ arc, head: int32At(places, int32At(graph.heads, arc)) }))
        .sort((a, b) => a.head - b.head),
    )
    const arcs = byVertex.flat()
    return {
      size: vertices.length,
      starts: placesOf(byVertex.map(({ length }) => length)),
      heads: Int32Array.from(arcs, ({ head }) => head),
      first: Float64Array.from(arcs, ({ arc }) => float64At(graph.first, arc)),
      second: Float64Array.from(arcs, ({ arc }) => float64At(graph.second, arc)),
    }
  })
}

export function incoming({ size, starts, heads }: Graph): Incoming {
  const counts = new Array<number>(size).fill(0)
  for (const head of heads) counts[head] = itemAt(counts, head) + 1
  const begins = placesOf(counts)
  const next = begins.slice()
  const tails = new Int32Array(heads.length)
  const arcs = new Int32Array(heads.length)
  for (let tail = 0; tail < size; tail++) {
    for (let arc = int32At(starts, tail); arc < int32At(starts, tail + 1); arc++) {
      const head = int32At(heads, arc)
      const place = int32At(next, head)
      tails[place] = tail
      arcs[place] = arc
      next[head] = place + 1
    }
  }
  return { starts: begins, tails, arcs }
}

/** Returns the sum of the values of a ring's arcs. */
export function ringValue(graph: Graph, ring: readonly number[], values: Float64Array): number {
  let sum = 0
  let from = itemAt(ring, ring.length - 1)
  for (const to of ring) {
    sum += float64At(values, arcBetween(graph, from, to))
    from = to
  }
  return sum
}

/** Finds an arc by binary search; -1 if there is none. */
function arcBetween({ starts, heads }: Graph, from: number, to: number): number {
  let low = int32At(starts, from)
  let high = int32At(starts, from + 1) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const head = int32At(heads, middle)
    if (head === to) return middle
    if (head < to) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function arcsOf({ starts }: Graph, vertex: number): number[] {
  const begin = int32At(starts, vertex)
  return Array.from({ length: int32At(starts, vertex + 1) - begin }, (_, at) => begin + at)
}

/** Returns the start positions of lists of these lengths when they are concatenated. */
function placesOf(lengths: readonly number[]): Int32Array {
  const places = new Int32Array(lengths.length + 1)
  lengths.forEach((length, at) => {
    places[at + 1] = int32At(places, at) + length
  })
  return places
}
