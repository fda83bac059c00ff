import { int32At, itemAt } from '../../shared/item-at.ts'
import { checkRings } from './check.ts'
import { ringParts } from './components.ts'
import { createGraph, type Edge, type Graph, subgraphs } from './graph.ts'
import { type Packing, packRings } from './pack.ts'
import { toUnits } from './weights.ts'

export type { Edge } from './graph.ts'

export interface RingMarket {
  /** Number of participants, numbered from 0. */
  participants: number
  /** Possible gifts with their weight, 0 or more. If an edge is given twice, the larger weight is used. */
  edges: readonly Edge[]
  /** Maximum number of participants in a ring: an integer of at least 2, or Infinity. */
  maxLength: number
  /** What to maximize. The other one decides ties. */
  objective: 'participants' | 'weight'
  /** Default: one minute. Preparing the graph and checking the result take additional time. */
  timeLimitMs?: number
}

export interface Clearing {
  /** In each ring, every participant gives to the next and the last to the first. A ring starts at its lowest number; rings are sorted by it. */
  rings: number[][]
  /** Number of participants on rings. */
  served: number
  /** Sum of the weights along the rings. */
  weight: number
  /** True if no other rings are better, in the objective and then in the tie-breaker. */
  optimal: boolean
  /** Upper bound of the objective for any rings. */
  bound: number
}

const TIME_LIMIT_MS = 60_000
const LEAST_TIME_SHARE = 0.1

/**
 * Chooses disjoint rings in which everyone gives to one participant and receives from another: the rings that serve
 * the most participants, or those with the largest weight.
 *
 * Without a length limit this is an assignment problem, solved in polynomial time (see assignment.ts). With a limit of
 * 3 or more it is NP-hard (Abraham, Blum and Sandholm, Clearing algorithms for barter exchange markets, 2007). Arcs
 * that cannot be on a ring are removed first; then each strongly connected component is solved by branch and cut (see
 * pack.ts). After the time limit the best rings so far are returned, with a bound.
 *
 * Weights with up to about 13 digits are compared exactly. With more digits, and whenever the solver has to choose,
 * sums that differ by less than a billionth of the largest weight may count as equal. The order of the edges does not
 * matter. If a market is solved to optimality, `served` and `weight` are always the same. Throws a RangeError for an
 * invalid market. Blocks its thread until it is done.
 */
export function clearRings(market: RingMarket): Clearing {
  checkMarket(market)
  const { participants, edges, maxLength, objective, timeLimitMs = TIME_LIMIT_MS } = market
  const deadline = performance.now() + timeLimitMs
  const { graph, parts } = ringParts(createGraph(participants, edges), maxLength)
  const { units, scale, rounding } = toUnits(graph.first, participants)
  const byWeight = { ...graph, first: units }
  const byCount = { ...graph, first: graph.second, second: units }
  const cleared = clearParts(objective === 'weight' ? byWeight : byCount, parts, maxLength, deadline)
  const rings = inOrder(cleared.rings)
  const { served, weight } = checkRings(rings, edges, maxLength)
  const value = objective === 'weight' ? weight : served
  const most = objective === 'weight' ? (cleared.bound + participants * rounding) / scale : cleared.bound
  const bound = cleared.isOptimal ? value : Math.max(value, most)
  return { rings, served, weight, optimal: cleared.isOptimal, bound }
}

function clearParts(graph: Graph, parts: readonly number[][], maxLength: number, deadline: number): Packing {
  const cleared: Packing = { rings: [], bound: 0, isOptimal: true }
  // Small components first, so that the large ones get the time that these do not use.
  const lists = parts.toSorted((a, b) => a.length - b.length).map((part) => byDegree(graph, part))
  let left = lists.reduce((sum, { length }) => sum + length, 0)
  for (const [at, part] of subgraphs(graph, lists).entries()) {
    const now = performance.now()
    const share = Math.max(LEAST_TIME_SHARE, part.size / left)
    left -= part.size
    const { rings, bound, isOptimal } = packRings(part, maxLength, now + share * (deadline - now))
    cleared.rings.push(...rings.map((ring) => ring.map((vertex) => itemAt(itemAt(lists, at), vertex))))
    cleared.bound += bound
    cleared.isOptimal &&= isOptimal
  }
  return cleared
}

/**
 * Sorts vertices by their number of arcs. The search starts at the first vertex of each cycle and is faster with this
 * order.
 */
function byDegree({ starts }: Graph, part: readonly number[]): number[] {
  const degree = (vertex: number) => int32At(starts, vertex + 1) - int32At(starts, vertex)
  return part.toSorted((a, b) => degree(b) - degree(a) || a - b)
}

function inOrder(rings: readonly number[][]): number[][] {
  return rings
    .map((ring) => {
      const least = ring.indexOf(ring.reduce((a, b) => Math.min(a, b)))
      return [...ring.slice(least), ...ring.slice(0, least)]
    })
    .sort(([a = 0], [b = 0]) => a - b)
}

function checkMarket({ participants, edges, maxLength, timeLimitMs = 0 }: RingMarket): void {
  if (!Number.isInteger(participants) || participants < 0)
    throw new RangeError('participants: a whole number')
  if (!(maxLength === Number.POSITIVE_INFINITY || (Number.isInteger(maxLength) && maxLength >= 2))) {
    throw new RangeError('maxLength: a whole number from 2, or Infinity')
  }
  if (!(timeLimitMs >= 0)) throw new RangeError('timeLimitMs: a number from 0')
  const isParticipant = (id: number) => Number.isInteger(id) && id >= 0 && id < participants
  for (const [from, to, weight] of edges) {
    if (!isParticipant(from) || !isParticipant(to)) throw new RangeError(`no edge from ${from} to ${to}`)
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`no weight ${weight}`)
  }
}
