import type { Clearing, RingMarket } from '../../../engines/clearing/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import type { Barter } from '../barter.ts'
import type { Edge } from '../barter-graph.ts'
import { type ProposeRingDeps, proposeRing } from '../rings/propose-ring.ts'
import { createClearingsRepository } from './clearings.repository.ts'
import type { ClearingResult, ClearingRow } from './clearings.table.ts'

/** Longer than a run may take: a runner that is silent for so long has died. */
const CLAIM_MS = 10 * MINUTE_MS
/** Of each party, the best: more make a market far larger, and rings hardly better. */
const EDGES_OF_PARTY = 10

export interface ClearDeps {
  db: Queryable
  clock: Clock
  barter: Barter
  /** False until the index is whole. */
  isReady(): boolean
  /** See `clearing-worker.ts`. */
  clear(market: RingMarket): Promise<Clearing>
}

/** Runs the clearings that wait, also those of processes that have died. */
export async function runClearings(deps: ClearDeps, isStopping: () => boolean): Promise<void> {
  const repository = createClearingsRepository(deps.db)
  while (!isStopping() && deps.isReady()) {
    const now = deps.clock()
    const row = await repository.claim(now, new Date(now.getTime() + CLAIM_MS))
    if (!row) return
    try {
      const result = await clearMarketOf(deps, row)
      await repository.update(row, { state: 'done', result, claimedUntil: null, endedAt: deps.clock() })
    } catch (error) {
      await repository.update(row, { state: 'failed', claimedUntil: null, endedAt: deps.clock() })
      throw error
    }
  }
}

async function clearMarketOf(deps: ClearDeps, row: ClearingRow): Promise<ClearingResult> {
  const { parties, edges } = await readMarket(deps.barter, row)
  const numberOf = new Map(parties.map((party, number) => [party, number]))
  const cleared = await deps.clear({
    participants: parties.length,
    edges: edges.map(({ from, to, score }) => [numberOf.get(from) ?? 0, numberOf.get(to) ?? 0, score]),
    maxLength: row.maxLength ?? Number.POSITIVE_INFINITY,
    objective: row.objective,
  })
  const edgeOf = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]))
  return {
    parties: parties.length,
    edges: edges.length,
    served: cleared.served,
    weight: cleared.weight,
    is_optimal: cleared.optimal,
    bound: cleared.bound,
    rings: cleared.rings.map((ring) => ({
      links: ring.flatMap((number, at) => {
        const edge = edgeOf.get(`${parties[number]} ${parties[ring[(at + 1) % ring.length] ?? 0]}`)
        return edge ? [{ gives_id: edge.givesId, to_id: edge.toId, score: edge.score }] : []
      }),
      ring_id: null,
      refusal: null,
    })),
  }
}

/** Those of one partner, with their best edges among each other, or all with what the whole network may see. */
async function readMarket(
  barter: Barter,
  { scope, partnerId }: ClearingRow,
): Promise<{ parties: string[]; edges: Edge[] }> {
  const isIn = (edge: Edge) =>
    scope === 'network'
      ? barter.isForNetwork(edge.givesId) && barter.isForNetwork(edge.toId)
      : barter.partnerOf(edge.givesId) === partnerId && barter.partnerOf(edge.toId) === partnerId
  const edges: Edge[] = []
  for (const party of barter.parties())
    edges.push(...(await barter.outOf(party)).filter(isIn).slice(0, EDGES_OF_PARTY))
  const parties = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort()
  return { parties, edges }
}

/**
 * Proposes the rings that a clearing found, each in a transaction of its own; one that can't be proposed any more is
 * told with its code. Rings that were proposed before are left alone.
 */
export async function proposeCleared(
  deps: ProposeRingDeps & { db: Queryable; inTransaction: InTransaction },
  partnerId: PartnerId,
  row: ClearingRow & { result: ClearingResult },
): Promise<ClearingResult> {
  const rings: ClearingResult['rings'] = []
  const byOperator = row.scope === 'network'
  for (const ring of row.result.rings) {
    if (ring.ring_id !== null) {
      rings.push(ring)
      continue
    }
    const links = ring.links.map(({ gives_id, to_id }) => ({ gives_id, to_id }))
    try {
      const proposed = await deps.inTransaction((tx) =>
        // They were ids of needs and offers when they were found.
        proposeRing(
          deps,
          tx,
          partnerId,
          { links: links as Parameters<typeof proposeRing>[3]['links'] },
          { byOperator },
        ),
      )
      rings.push({ ...ring, ring_id: proposed.id, refusal: null })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      rings.push({ ...ring, refusal: error.code })
    }
  }
  const result = { ...row.result, rings }
  await createClearingsRepository(deps.db).update(row, { result })
  return result
}
