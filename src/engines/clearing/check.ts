import { itemAt } from '../../shared/item-at.ts'
import type { Edge } from './graph.ts'

/**
 * Counts what rings come to from the edges as they were given, and throws if these are not disjoint rings of allowed
 * length along edges. It shares no code with what found the rings.
 */
export function checkRings(
  rings: readonly (readonly number[])[],
  edges: readonly Edge[],
  maxLength: number,
): { served: number; weight: number } {
  const takerOf = new Map<number, number>()
  for (const ring of rings) {
    if (ring.length < 2 || ring.length > maxLength) throw new Error(`a ring of ${ring.length}`)
    ring.forEach((giver, at) => {
      if (takerOf.has(giver)) throw new Error(`${giver} is served twice`)
      takerOf.set(giver, itemAt(ring, (at + 1) % ring.length))
    })
  }
  const weights = new Map<number, number>()
  for (const [from, to, weight] of edges) {
    if (takerOf.get(from) === to) weights.set(from, Math.max(weight, weights.get(from) ?? 0))
  }
  const sum = rings.flat().reduce((total, giver) => total + (weights.get(giver) ?? Number.NaN), 0)
  if (Number.isNaN(sum)) throw new Error('a ring along no edge')
  return { served: takerOf.size, weight: sum }
}
