import { int32At, itemAt } from '../../shared/item-at.ts'
import { checkRings } from './check.ts'
import { ringParts } from './components.ts'
import { createGraph, type Edge, type Graph, subgraphs } from './graph.ts'
import { type Packing, packRings } from './pack.ts'
import { toUnits } from './weights.ts'

export type { Edge } from './graph.ts'

export interface RingMarket {
  /** How many there are; they are numbered from 0. */
  participants: number
  /** Who would give to whom, and what that is worth, from 0 on; of edges that come twice the best counts. */
  edges: readonly Edge[]
  /** How many participants a ring may have: a whole number from 2, or Infinity. */
  maxLength: number
  /** What to have most of; the other one decides ties. */
  objective: 'participants' | 'weight'
  /** A minute unless given; the loading of the answer and its check come on top. */
  timeLimitMs?: number
}

export interface Clearing {
  /** Each gives to the next, the last to the first; from the least, and in the order of these. */
  rings: number[][]
  /** How many are on rings. */
  served: number
  /** The sum of the weights along the rings. */
  weight: number
  /** Whether it is proven that no rings are better, in the objective and then in what decides ties. */
  optimal: boolean
  /** Of the objective: no rings come to more. */
  bound: number
}

const TIME_LIMIT_MS = 60_000
const LEAST_TIME_SHARE = 0.1

/**
 * Chooses disjoint rings in which everybody gives to one and gets from another: those that serve most participants, or
 * that have most weight. Without a limit on their length this is an assignment (see assignment.ts; it takes polynomial
 * time); with one it is NP-hard from length 3 (Abraham, Blum and Sandholm, Clearing algorithms for barter exchange
 * markets, 2007) and is solved by branch and cut (see pack.ts), after everything that cannot be on such a ring has been
 * left out, for each strongly connected part on its own. After the time limit it returns the best rings that it has,
 * with a bound. Decimals are compared exactly up to some 13 digits; beyond, and in markets in which the solver has to
 * choose, sums of weights that differ by less than a billionth of the largest weight may count as equal.
 *
 * The order of the edges changes nothing. The same market always has the same `served` and `weight` where it is solved
 * to optimality. Throws a RangeError where the market is none. It holds its thread until it is done.
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
  // The small ones first: what time they leave is for the large ones.
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

/** Cycles are looked for from their first vertices: the fewer the more arcs these have. */
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
