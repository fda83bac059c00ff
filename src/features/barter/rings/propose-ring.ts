import { violatedConstraint } from '../../../platform/db/index.ts'
import type { EventType, Transaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { isId, newId, type PartnerId } from '../../../shared/ids.ts'
import { expiryOf } from '../../introductions/index.ts'
import { createMarketRepository, type MarketRepository } from '../../matches/index.ts'
import type { Barter } from '../barter.ts'
import type { Edge } from '../barter-graph.ts'
import type { BarterPostingId } from '../barter-ids.ts'
import { createRingsRepository, type Held, type Ring } from './rings.repository.ts'
import type { RingInput } from './rings.schemas.ts'
import type { RingParty } from './rings.table.ts'
import { agreedHours, readSides } from './show-ring.ts'

export interface ProposeRingDeps {
  clock: Clock
  barter: Barter
  market: Pick<MarketRepository, 'needsByKey' | 'offersByKey'>
}

/**
 * Proposes a ring, by the partner of any party in it, or by the operator of the network; a partner has accepted for its
 * own parties by it. What it is
 * made of is held until it ends: each need and offer is in one ring at a time. Throws `not_a_ring`, with the links that
 * nothing can be given by now, and `held_in_ring`.
 */
export async function proposeRing(
  deps: ProposeRingDeps,
  tx: Transaction,
  partnerId: PartnerId,
  input: RingInput,
  { byOperator = false } = {},
): Promise<Ring> {
  const now = deps.clock()
  const edges = await demandRing(deps, input)
  const ownerOf = (id: BarterPostingId) => deps.barter.partnerOf(id)
  const side = await readSides(
    { market: createMarketRepository(tx.db) },
    edges.map((edge) => ({ ...edge, ownerOf })),
  )
  const id = newId('ring')
  const parties = edges.map((edge, position): RingParty => {
    const owner = ownerOf(edge.givesId)
    if (!owner) throw notARing([])
    return {
      ringId: id,
      position,
      state: 'proposed',
      partnerId: owner,
      organizationId: isId('org', edge.from) ? edge.from : null,
      helperId: isId('helper', edge.from) ? edge.from : null,
      givesId: edge.givesId,
      toId: edge.toId,
      score: edge.score,
      hoursPerWeek: agreedHours(
        side(edge.givesId, 'gives').hours_per_week,
        side(edge.toId, 'to').hours_per_week,
      ),
      valuePerHour: input.links[position]?.value_per_hour ?? null,
      acceptedAt: owner === partnerId ? now : null,
      engagementId: null,
    }
  })
  if (!byOperator && !parties.some((party) => party.partnerId === partnerId))
    throw new DomainError('not_a_ring', 'No party of this ring is yours.')
  const ring: Ring = {
    id,
    proposedBy: partnerId,
    state: 'proposed',
    reason: null,
    message: input.message ?? null,
    expiresAt: expiryOf(input, now),
    endedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
    parties,
  }
  const repository = createRingsRepository(tx.db)
  await repository.insert(ring)
  try {
    await repository.hold(id, heldBy(ring))
  } catch (error) {
    if (violatedConstraint(error) !== 'ring_holds_pkey') throw error
    throw new DomainError('held_in_ring', 'A need or an offer of this ring waits for another one to close.')
  }
  tellParties(tx, ring, 'ring.proposed')
  tellHeld(tx, ring)
  return ring
}

/** All needs and offers that a ring is made of, each once. */
export function heldBy({ parties }: Pick<Ring, 'parties'>): Held[] {
  const held = new Map<string, Held>()
  for (const [at, { partnerId, givesId, toId }] of parties.entries()) {
    const next = parties[(at + 1) % parties.length]
    held.set(givesId, { partnerId, id: givesId })
    if (next) held.set(toId, { partnerId: next.partnerId, id: toId })
  }
  return [...held.values()]
}

/** Tells every partner of a ring, each once. */
export function tellParties(tx: Transaction, { id, parties }: Ring, type: EventType): void {
  for (const partnerId of new Set(parties.map((party) => party.partnerId)))
    tx.append({ partnerId, type, resourceId: id })
}

/** What is held, or not any more, is ranked otherwise from now on. */
export function tellHeld(tx: Transaction, ring: Ring): void {
  for (const { partnerId, id } of heldBy(ring))
    tx.append({ partnerId, type: isId('need', id) ? 'need.reranked' : 'offer.reranked', resourceId: id })
}

async function demandRing({ barter }: ProposeRingDeps, { links }: RingInput): Promise<Edge[]> {
  const edges: (Edge | null)[] = []
  for (const { gives_id, to_id } of links) edges.push(await barter.edgeBetween(gives_id, to_id))
  const faults = edges.flatMap((edge, at): Fault[] => {
    const pointer = `/links/${at}`
    if (!edge)
      return [{ pointer, code: 'not_a_match', detail: 'The one can not be given for the other now.' }]
    const next = edges[(at + 1) % edges.length]
    if (!next || edge.to === next.from) return []
    return [
      {
        pointer: `${pointer}/to_id`,
        code: 'not_a_ring',
        detail: 'Who gets by this link must give by the next.',
      },
    ]
  })
  const found = edges.filter((edge) => edge !== null)
  if (faults.length > 0) throw notARing(faults)
  if (!barter.isOpenToAll(found)) throw notARing([])
  if (new Set(found.map(({ from }) => from)).size < found.length)
    throw new DomainError('not_a_ring', 'Each party may give once.')
  return found
}

function notARing(faults: Fault[]): DomainError {
  return new DomainError('not_a_ring', 'This is no ring that could close now.', faults)
}
