import type { Edge, RingMarket } from '../../../src/engines/clearing/clear.ts'

export interface Best {
  served: number
  weight: number
}

/**
 * The best that disjoint rings can come to, by dynamic programming over sets of participants: the least one of a set
 * stays out, or is on one of its rings within the set. For up to some ten participants and weights whose sums are
 * exact.
 */
export function bestClearing({ participants, edges, maxLength, objective }: RingMarket): Best {
  const rings = Map.groupBy(everyRing(participants, edges, maxLength), ({ members: [least = 0] }) => least)
  const best: Best[] = [{ served: 0, weight: 0 }]
  for (let set = 1; set < 2 ** participants; set++) {
    const least = Math.log2(set & -set)
    let found = best[set & (set - 1)] ?? { served: 0, weight: 0 }
    for (const { mask, members, weight } of rings.get(least) ?? []) {
      if ((mask & set) !== mask) continue
      const rest = best[set & ~mask] ?? { served: 0, weight: 0 }
      const one = { served: rest.served + members.length, weight: rest.weight + weight }
      if (isBetter(one, found, objective)) found = one
    }
    best[set] = found
  }
  return best.at(-1) ?? { served: 0, weight: 0 }
}

function isBetter(a: Best, b: Best, objective: RingMarket['objective']): boolean {
  const served = a.served - b.served
  const weight = a.weight - b.weight
  return objective === 'participants' ? (served || weight) > 0 : (weight || served) > 0
}

interface Ring {
  members: number[]
  mask: number
  weight: number
}

/** Every ring once, from its least member. */
function everyRing(participants: number, edges: readonly Edge[], maxLength: number): Ring[] {
  const rings: Ring[] = []
  const weightOf = (from: number, to: number) =>
    Math.max(...edges.filter(([a, b]) => a === from && b === to).map(([, , weight]) => weight))
  const extend = (members: number[], weight: number) => {
    const [least = 0] = members
    const last = members.at(-1) ?? 0
    const back = weight + weightOf(last, least)
    if (members.length > 1 && Number.isFinite(back)) {
      rings.push({ members, mask: members.reduce((mask, member) => mask | (1 << member), 0), weight: back })
    }
    for (let next = least + 1; next < participants && members.length < maxLength; next++) {
      const longer = weight + weightOf(last, next)
      if (Number.isFinite(longer) && !members.includes(next)) extend([...members, next], longer)
    }
  }
  for (let least = 0; least < participants; least++) extend([least], 0)
  return rings
}
