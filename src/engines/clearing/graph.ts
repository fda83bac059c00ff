/** From, to, weight: the first would give to the second. */
export type Edge = readonly [from: number, to: number, weight: number]

/** Who gives to whom, in compressed sparse rows: no loops, no arc twice, heads ascending. */
export interface Graph {
  size: number
  /** Where the arcs of each vertex begin; one entry more than there are vertices. */
  starts: Int32Array
  heads: Int32Array
  /** What each arc adds to the objective. */
  first: Float64Array
  /** What each arc adds to the objective that decides ties. */
  second: Float64Array
}

/** The arcs of a graph by their heads. */
export interface Incoming {
  starts: Int32Array
  tails: Int32Array
  arcs: Int32Array
}

/** Of edges that come twice the best counts, loops do not; arcs add their weight first, and one participant second. */
export function createGraph(size: number, edges: readonly Edge[]): Graph {
  const best = Array.from({ length: size }, () => new Map<number, number>())
  for (const [from, to, weight] of edges) {
    if (from !== to) best[from]?.set(to, Math.max(weight, best[from].get(to) ?? 0))
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

/** The graph with only those arcs that have a mark. */
export function withArcs({ size, starts, heads, first, second }: Graph, marks: Uint8Array): Graph {
  const counts = Array.from({ length: size }, (_, vertex) =>
    marks.subarray(starts[vertex], starts[vertex + 1]).reduce((sum, mark) => sum + mark, 0),
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

/** The graphs among disjoint sets of vertices, which are numbered by their places in these lists. */
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
        .filter((arc) => partOf[graph.heads[arc] ?? 0] === part)
        .map((arc) => ({ arc, head: places[graph.heads[arc] ?? 0] ?? 0 }))
        .sort((a, b) => a.head - b.head),
    )
    const arcs = byVertex.flat()
    return {
      size: vertices.length,
      starts: placesOf(byVertex.map(({ length }) => length)),
      heads: Int32Array.from(arcs, ({ head }) => head),
      first: Float64Array.from(arcs, ({ arc }) => graph.first[arc] ?? 0),
      second: Float64Array.from(arcs, ({ arc }) => graph.second[arc] ?? 0),
    }
  })
}

export function incoming({ size, starts, heads }: Graph): Incoming {
  const counts = new Array<number>(size).fill(0)
  for (const head of heads) counts[head] = (counts[head] ?? 0) + 1
  const begins = placesOf(counts)
  const next = begins.slice()
  const tails = new Int32Array(heads.length)
  const arcs = new Int32Array(heads.length)
  for (let tail = 0; tail < size; tail++) {
    for (let arc = starts[tail] ?? 0; arc < (starts[tail + 1] ?? 0); arc++) {
      const head = heads[arc] ?? 0
      const place = next[head] ?? 0
      tails[place] = tail
      arcs[place] = arc
      next[head] = place + 1
    }
  }
  return { starts: begins, tails, arcs }
}

/** What the arcs of a ring add up to. */
export function ringValue(graph: Graph, ring: readonly number[], values: Float64Array): number {
  let sum = 0
  let from = ring.at(-1) ?? 0
  for (const to of ring) {
    sum += values[arcBetween(graph, from, to)] ?? Number.NaN
    from = to
  }
  return sum
}

/** By binary search; -1 where there is none. */
function arcBetween({ starts, heads }: Graph, from: number, to: number): number {
  let low = starts[from] ?? 0
  let high = (starts[from + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const head = heads[middle] ?? 0
    if (head === to) return middle
    if (head < to) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function arcsOf({ starts }: Graph, vertex: number): number[] {
  const begin = starts[vertex] ?? 0
  return Array.from({ length: (starts[vertex + 1] ?? 0) - begin }, (_, at) => begin + at)
}

/** Where lists of some lengths begin when they stand behind each other. */
function placesOf(lengths: readonly number[]): Int32Array {
  const places = new Int32Array(lengths.length + 1)
  lengths.forEach((length, at) => {
    places[at + 1] = (places[at] ?? 0) + length
  })
  return places
}
