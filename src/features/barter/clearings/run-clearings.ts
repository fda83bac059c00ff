import type { Clearing, RingMarket } from '../../../engines/clearing/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import { clockOfPartner } from '../../access/index.ts'
import type { Edge } from '../barter-graph.ts'
import type { BarterMarket } from '../barter-market.ts'
import { createClearingsRepository } from './clearings.repository.ts'
import type { ClearingResult, ClearingRow } from './clearings.table.ts'

/** Longer than a run may take: a runner that has not finished by then has died. */
const CLAIM_MS = 10 * MINUTE_MS
/** Number of best edges read per party. More make the market far larger and rings hardly better. */
const EDGES_OF_PARTY = 10

export interface ClearingPorts {
  db: Queryable
  clock: Clock
  market: BarterMarket
  /** Returns false until the index is complete. */
  isReady(): boolean
  /** See `clearing-thread.ts`. */
  clear(market: RingMarket, signal: AbortSignal): Promise<Clearing>
}

/**
 * Runs waiting clearings, including those of processes that died. A clearing interrupted by stopping waits again, for
 * another process or the next start.
 */
export async function runClearings(ports: ClearingPorts, stopping: AbortSignal): Promise<void> {
  const repository = createClearingsRepository(ports.db)
  while (!stopping.aborted && ports.isReady()) {
    const now = ports.clock()
    const row = await repository.claim(now, new Date(now.getTime() + CLAIM_MS))
    if (!row) return
    const clock = await clockOfPartner(ports, row.partnerId)
    try {
      ports.market.setTime(row.partnerId, clock())
      const result = await clearMarketOf(ports, row, stopping)
      await repository.update(row, { status: 'done', result, claimedUntil: null, endedAt: clock() })
    } catch (error) {
      if (stopping.aborted) await repository.update(row, { status: 'queued', claimedUntil: null })
      else await repository.update(row, { status: 'failed', claimedUntil: null, endedAt: clock() })
      throw error
    }
  }
}

async function clearMarketOf(
  ports: ClearingPorts,
  row: ClearingRow,
  signal: AbortSignal,
): Promise<ClearingResult> {
  const { parties, edges } = await readMarket(ports.market, row, signal)
  const numberOf = new Map(parties.map((party, number) => [party, number]))
  const market: RingMarket = {
    participants: parties.length,
    edges: edges.map(({ from, to, score }) => [numberOf.get(from) ?? 0, numberOf.get(to) ?? 0, score]),
    maxLength: row.maxLength ?? Number.POSITIVE_INFINITY,
    objective: row.objective,
  }
  const cleared = await ports.clear(market, signal)
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

/** Reads the parties and best edges of one partner, or of the whole network as far as everybody may see them. */
async function readMarket(
  barter: BarterMarket,
  { scope, partnerId }: ClearingRow,
  signal: AbortSignal,
): Promise<{ parties: string[]; edges: Edge[] }> {
  const isIn = (edge: Edge) =>
    scope === 'network'
      ? barter.isForNetwork(edge.givesId) && barter.isForNetwork(edge.toId)
      : barter.partnerOf(edge.givesId) === partnerId && barter.partnerOf(edge.toId) === partnerId
  const edges: Edge[] = []
  for (const party of barter.parties()) {
    signal.throwIfAborted()
    edges.push(...(await barter.outOf(party)).filter(isIn).slice(0, EDGES_OF_PARTY))
  }
  const parties = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort()
  return { parties, edges }
}
