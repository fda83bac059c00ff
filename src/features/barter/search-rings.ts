import type { Edge } from './barter-graph.ts'

/** Reads edges of parties, best first. */
export interface EdgeReader {
  outOf(party: string): Promise<readonly Edge[]>
  into(party: string): Promise<readonly Edge[]>
  /** Returns false for rings that some of their partners may not see. */
  isOpenToAll(edges: readonly Edge[]): boolean
}

export interface FoundRing {
  /** Each party gives to the next and the last to the first. The first is the party that was searched for. */
  edges: Edge[]
  /** Score of the weakest edge, which decides how good a ring is. */
  score: number
}

/**
 * Finds the best rings of 2 to `maxLength` (at most 4) parties through a party, ordered by their weakest edge, then by all
 * edges. Searches from both ends, so that only the edges of the party's neighbours are needed.
 */
export async function searchRings(
  reader: EdgeReader,
  party: string,
  { maxLength, limit }: { maxLength: number; limit: number },
): Promise<FoundRing[]> {
  const givesTo = await reader.outOf(party)
  const getsFrom = new Map((await reader.into(party)).map((edge) => [edge.from, edge]))
  const rings: Edge[][] = []
  for (const first of givesTo) {
    const back = getsFrom.get(first.to)
    if (back) rings.push([first, back])
  }
  const middles: [Edge, Edge][] = []
  if (maxLength >= 3) {
    for (const first of givesTo) {
      for (const second of await reader.outOf(first.to)) {
        if (second.to === party) continue
        middles.push([first, second])
        const back = getsFrom.get(second.to)
        if (back) rings.push([first, second, back])
      }
    }
  }
  if (maxLength >= 4) rings.push(...(await ringsOfFour(reader, party, middles, getsFrom)))
  return rings
    .filter(reader.isOpenToAll)
    .map((edges) => ({ edges, score: Math.min(...edges.map(({ score }) => score)) }))
    .sort((a, b) => b.score - a.score || total(b.edges) - total(a.edges) || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, limit)
}

async function ringsOfFour(
  reader: EdgeReader,
  party: string,
  middles: readonly [Edge, Edge][],
  getsFrom: ReadonlyMap<string, Edge>,
): Promise<Edge[][]> {
  const intoLast = new Map<string, Edge[]>()
  for (const last of getsFrom.keys())
    for (const edge of await reader.into(last))
      intoLast.set(edge.from, [...(intoLast.get(edge.from) ?? []), edge])
  return middles.flatMap(([first, second]) =>
    (intoLast.get(second.to) ?? []).flatMap((third) => {
      const back = getsFrom.get(third.to)
      const isSimple = back && third.to !== first.to && third.to !== party
      return isSimple ? [[first, second, third, back]] : []
    }),
  )
}

function total(edges: readonly Edge[]): number {
  return edges.reduce((sum, { score }) => sum + score, 0)
}

function keyOf({ edges }: { edges: readonly Edge[] }): string {
  return edges.map(({ givesId }) => givesId).join(' ')
}
