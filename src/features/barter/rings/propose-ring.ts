import type { Event, Transaction, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { isId, newId, type PartnerId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import { expiryOf, type ProposalLimits } from '../../introductions/index.ts'
import { createHoldsRepository, createMarketRepository, type Held } from '../../matches/index.ts'
import type { Edge } from '../barter-graph.ts'
import type { BarterPostingId } from '../barter-ids.ts'
import type { BarterMarket, BarterReader } from '../barter-market.ts'
import { createPartiesRepository } from './parties.repository.ts'
import { requireFairRing } from './ring-limits.ts'
import { createRingsRepository, type Ring } from './rings.repository.ts'
import type { RingInput } from './rings.schemas.ts'
import type { RingParty } from './rings.table.ts'
import { agreedHours, readSides } from './show-ring.ts'

export interface ProposeRingPorts {
  market: BarterMarket
  limits: ProposalLimits
}

export interface RingProposal {
  ring: RingInput
  /**
   * Whether the operator proposes, who may propose rings of the whole network. Other callers need their own party in the
   * ring.
   */
  byOperator?: boolean
}

export type ProposeRing = ReturnType<typeof createProposeRing>

/**
 * Proposes a ring. This counts as acceptance for the caller's own parties, whose needs and offers are reserved until the
 * ring ends. Throws `not_a_ring` with every invalid link, `held_in_ring`, `declined_recently` and `too_many_proposals`.
 */
export function createProposeRing({ market, limits }: ProposeRingPorts) {
  const ownerOf = (id: BarterPostingId) => market.partnerOf(id)

  return async function proposeRing(
    ctx: WriteContext,
    { ring: input, byOperator = false }: RingProposal,
  ): Promise<Ring> {
    await requireFree(ctx, input)
    const edges = await requireRing(market.of(ctx.actor.partnerId, ctx.clock), input)
    const parties = await partiesOf(ctx, { edges, links: input.links, ownerOf })
    if (!byOperator && !parties.some((party) => party.partnerId === ctx.actor.partnerId))
      throw new DomainError(
        'not_a_ring',
        'None of the parties in this ring is yours. Propose a ring that includes one of yours.',
      )
    const ring = newRing(ctx, parties, { ...input, expiresAt: expiryOf(input, ctx.clock(), limits.expiry) })
    if (!byOperator) await requireFairRing(ctx, ring, limits)
    await createRingsRepository(ctx.db).insert(ring)
    await holdFor(ctx, ring)
    // A party may have been merged into another since the market was read.
    if (!(await createPartiesRepository(ctx.db).keep(ring.parties))) throw notARing([])
    notifyParties(ctx, ring, 'proposed')
    return ring
  }
}

/**
 * Requires that no ring holds these postings. The error names the ring that holds the caller's own. Throws `held_in_ring`.
 */
async function requireFree({ db, actor }: WriteContext, { links }: RingInput): Promise<void> {
  const ids = new Set(links.flatMap(({ gives_id, to_id }) => [gives_id, to_id]))
  const own = [...ids].map((id) => ({ partnerId: actor.partnerId, id }))
  await createHoldsRepository(db).requireFree(own)
}

async function partiesOf(
  { db, actor, clock }: WriteContext,
  given: {
    edges: readonly Edge[]
    links: RingInput['links']
    ownerOf(id: BarterPostingId): PartnerId | undefined
  },
): Promise<Omit<RingParty, 'ringId'>[]> {
  const { edges, links, ownerOf } = given
  const side = await readSides(
    createMarketRepository(db),
    edges.map((edge) => ({ ...edge, ownerOf })),
  )
  return edges.map((edge, position) => {
    const owner = ownerOf(edge.givesId)
    if (!owner) throw notARing([])
    return {
      position,
      status: 'proposed',
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
      valuePerHour: links[position]?.value_per_hour ?? null,
      acceptedAt: owner === actor.partnerId ? clock() : null,
      engagementId: null,
    }
  })
}

function newRing(
  ctx: WriteContext,
  parties: readonly Omit<RingParty, 'ringId'>[],
  input: RingInput & { expiresAt: Date },
): Ring {
  const now = ctx.clock()
  const id = newId('ring')
  return {
    id,
    proposedBy: ctx.actor.partnerId,
    status: 'proposed',
    reason: null,
    message: input.message ?? null,
    expiresAt: input.expiresAt,
    endedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
    parties: parties.map((party) => ({ ...party, ringId: id })),
  }
}

/** Returns all needs and offers of a ring without duplicates. */
export function heldBy({ parties }: Pick<Ring, 'parties'>): Held[] {
  const held = new Map<string, Held>()
  for (const [at, { partnerId, givesId, toId }] of parties.entries()) {
    const next = parties[(at + 1) % parties.length]
    held.set(givesId, { partnerId, id: givesId })
    if (next) held.set(toId, { partnerId: next.partnerId, id: toId })
  }
  return [...held.values()]
}

/**
 * Reserves what the caller's own parties give and want in a ring that the caller accepts. What other partners have not
 * accepted yet stays free. Throws `held_in_ring`.
 */
export async function holdFor(ctx: WriteContext, ring: Ring): Promise<void> {
  const held = heldBy(ring).filter(({ partnerId }) => partnerId === ctx.actor.partnerId)
  if (held.length === 0) return
  await createHoldsRepository(ctx.db).hold(ring.id, held)
  notifyHeld(ctx, held)
}

type RingVerb = Ring['status'] | 'accepted_by_one'

/** Appends an event for every partner of a ring, with its current state. */
export function notifyParties(ctx: Transaction, { id, status, parties }: Ring, verb: RingVerb): void {
  const party_ids = partyIdsOf(parties)
  // The verb matches the status, which TypeScript can't infer for variables.
  for (const partnerId of new Set(parties.map((party) => party.partnerId)))
    ctx.append({
      partnerId,
      type: `ring.${verb}`,
      resourceId: id,
      data: { status, party_ids },
    } as Event)
}

/** Notifies every partner of a ring that another record now stands for one of its parties. */
export function notifyPartyChange(ctx: Transaction, { id, status, parties }: Ring): void {
  const data = { status, party_ids: partyIdsOf(parties), changed: ['parties'] }
  for (const partnerId of new Set(parties.map((party) => party.partnerId)))
    ctx.append({ partnerId, type: 'ring.changed', resourceId: id, data })
}

function partyIdsOf(parties: Ring['parties']) {
  return parties.flatMap(({ organizationId, helperId }) => organizationId ?? helperId ?? [])
}

/** Marks the postings that a ring reserves or releases to be ranked again. */
export function notifyHeld(ctx: Transaction, held: readonly Held[]): void {
  for (const { partnerId, id } of held)
    ctx.append({ partnerId, type: isId('need', id) ? 'need.reranked' : 'offer.reranked', resourceId: id })
}

async function requireRing(market: BarterReader, { links }: RingInput): Promise<Edge[]> {
  const edges: (Edge | null)[] = []
  for (const { gives_id, to_id } of links) edges.push(await market.edgeBetween(gives_id, to_id))
  const faults = edges.flatMap((edge, at): Fault[] => {
    const pointer = `/links/${at}`
    if (!edge)
      return [{ pointer, code: 'not_a_match', messages: [message('fault_of_work', { what: 'pair_unfit' })] }]
    const next = edges[(at + 1) % edges.length]
    if (!next || edge.to === next.from) return []
    const messages = [message('fault_of_work', { what: 'ring_broken' })]
    return [{ pointer: `${pointer}/to_id`, code: 'not_a_ring', messages }]
  })
  const found = edges.filter((edge) => edge !== null)
  if (faults.length > 0) throw notARing(faults)
  if (!market.isOpenToAll(found)) throw notARing([])
  if (new Set(found.map(({ from }) => from)).size < found.length)
    throw new DomainError(
      'not_a_ring',
      'Each party may give only once. Remove the links in which a party gives again.',
    )
  return found
}

function notARing(faults: Fault[]): DomainError {
  return new DomainError(
    'not_a_ring',
    'These links do not form a ring that can start now. See errors for the reasons.',
    faults,
  )
}
