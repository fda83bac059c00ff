import { itemAt } from '../../shared/item-at.ts'
import type { Edge } from './graph.ts'

/**
 * Computes the number of participants and the weight of rings from the original edges. Throws if the rings are not
 * disjoint, too long, or do not follow edges. Shares no code with the search.
 */
export function checkRings(
  rings: readonly (readonly number[])[],
  edges: readonly Edge[],
  maxLength: number,
): { served: number; weight: number } {
  const takerOf = new Map<number, number>()
  for (const ring of rings) {
    if (ring.length < 2 || ring.length > maxLength)
      throw new Error(`a ring has the wrong length ${ring.length}`)
    ring.forEach((giver, at) => {
      if (takerOf.has(giver)) throw new Error(`participant ${giver} is on two rings`)
      takerOf.set(giver, itemAt(ring, (at + 1) % ring.length))
    })
  }
  const weights = new Map<number, number>()
  for (const [from, to, weight] of edges) {
    if (takerOf.get(from) === to) weights.set(from, Math.max(weight, weights.get(from) ?? 0))
  }
  const sum = rings.flat().reduce((total, giver) => total + (weights.get(giver) ?? Number.NaN), 0)
  if (Number.isNaN(sum)) throw new Error('a ring does not follow the edges')
  return { served: takerOf.size, weight: sum }
}
