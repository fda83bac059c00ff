import { int32At } from '../../shared/item-at.ts'
import { type Graph, incoming, withArcs } from './graph.ts'

// Removing unusable arcs only saves time, so the effort to find them is limited.
const MOST_STEPS = 50_000_000

/**
 * Returns the strongly connected components that can contain rings of at most `maxLength`, as ascending lists of
 * vertices, and the graph without the arcs that no such ring can use.
 */
export function ringParts(graph: Graph, maxLength: number): { graph: Graph; parts: number[][] } {
  let current = graph
  for (;;) {
    const parts = strongComponents(current)
    const partOf = new Int32Array(graph.size)
    parts.forEach((vertices, part) => {
      for (const vertex of vertices) partOf[vertex] = part
    })
    const useful = withArcs(current, usefulArcs(current, partOf, maxLength))
    if (useful.heads.length === current.heads.length || !Number.isFinite(maxLength)) {
      return { graph: useful, parts: parts.filter(({ length }) => length > 1) }
    }
    current = useful
  }
}

/** Marks the arcs that lie within one component on a closed walk of at most `maxLength` arcs. */
function usefulArcs(graph: Graph, partOf: Int32Array, maxLength: number): Uint8Array {
  const { size, heads } = graph
  const { starts, tails, arcs } = incoming(graph)
  const useful = new Uint8Array(heads.length)
  const reached = new Int32Array(size).fill(-1)
  let left = maxLength < size ? MOST_STEPS : 0
  for (let head = 0; head < size; head++) {
    const isSearched = left > 0
    if (isSearched) left -= reach(graph, head, maxLength - 1, partOf, reached)
    for (let at = int32At(starts, head); at < int32At(starts, head + 1); at++) {
      const tail = int32At(tails, at)
      const isNear = !isSearched || reached[tail] === head
      useful[int32At(arcs, at)] = Number(isNear && partOf[tail] === partOf[head])
    }
  }
  return useful
}

/** Marks the vertices reachable from a vertex by at most `depth` arcs within its component. Returns the number of arcs visited. */
function reach(
  { starts, heads }: Graph,
  from: number,
  depth: number,
  partOf: Int32Array,
  marks: Int32Array,
): number {
  let reached = [from]
  let steps = 0
  marks[from] = from
  for (let level = 0; level < depth && reached.length > 0; level++) {
    const next: number[] = []
    for (const vertex of reached) {
      for (let arc = int32At(starts, vertex); arc < int32At(starts, vertex + 1); arc++) {
        const to = int32At(heads, arc)
        steps++
        if (marks[to] === from || partOf[to] !== partOf[from]) continue
        marks[to] = from
        next.push(to)
      }
    }
    reached = next
  }
  return steps
}

/**
 * Returns the strongly connected components (Tarjan, Depth-first search and linear graph algorithms, 1972), without
 * recursion.
 */
function strongComponents({ size, starts, heads }: Graph): number[][] {
  const order = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const next = starts.slice()
  const open: number[] = []
  const path: number[] = []
  const components: number[][] = []
  let count = 0
  const enter = (vertex: number) => {
    order[vertex] = low[vertex] = count++
    isOpen[vertex] = 1
    open.push(vertex)
    path.push(vertex)
  }
  const lower = (vertex: number, to: number) => {
    low[vertex] = Math.min(int32At(low, vertex), to)
  }
  const leave = (vertex: number) => {
    path.pop()
    const parent = path.at(-1)
    if (parent !== undefined) lower(parent, int32At(low, vertex))
    if (low[vertex] !== order[vertex]) return
    const component = open.splice(open.lastIndexOf(vertex))
    for (const member of component) isOpen[member] = 0
    components.push(component.sort((a, b) => a - b))
  }
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue
    enter(root)
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      const arc = int32At(next, vertex)
      if (arc >= int32At(starts, vertex + 1)) {
        leave(vertex)
        continue
      }
      next[vertex] = arc + 1
      const head = int32At(heads, arc)
      if (order[head] === -1) enter(head)
      else if (isOpen[head]) lower(vertex, int32At(order, head))
    }
  }
  return components.sort(([a = 0], [b = 0]) => a - b)
}
