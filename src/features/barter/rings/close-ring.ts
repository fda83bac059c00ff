import type { z } from 'zod'
import type { Transaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import {
  type HelperId,
  type Id,
  isId,
  type NeedId,
  type OrganizationId,
  type PartnerId,
} from '../../../shared/ids.ts'
import {
  createIntroductionsRepository,
  type IntroductionRow,
  newIntroduction,
  notifyBoth,
} from '../../introductions/index.ts'
import type {
  HelperRow,
  helperInput,
  NeedInput,
  NeedRow,
  OfferRow,
  OrganizationRow,
  offerInput,
  organizationInput,
  Posting,
} from '../../postings/index.ts'
import type { BarterPostingId } from '../barter-ids.ts'
import { createPartiesRepository } from './parties.repository.ts'
import { createRingsRepository, type Ring } from './rings.repository.ts'
import type { RingParty } from './rings.table.ts'

type HelperInput = z.output<typeof helperInput>
type OfferInput = z.output<typeof offerInput>
type OrganizationInput = z.output<typeof organizationInput>

export interface CloseDeps {
  clock: Clock
  organizations: Posting<OrganizationRow, OrganizationInput>
  helpers: Posting<HelperRow, HelperInput>
  needs: Posting<NeedRow, NeedInput>
  offers: Posting<OfferRow, OfferInput>
  fillNeed(tx: Transaction, partnerId: PartnerId, needId: NeedId): Promise<unknown>
  beginEngagement(tx: Transaction, introduction: IntroductionRow): Promise<{ id: Id<'engagement'> }>
}

/**
 * Begins the engagement of each link, all within one transaction: of a need with an offer, as all work is. Where what is
 * given or wanted stands only as the return of a need or an offer, its other half is posted for it, filled or closed, so
 * that hours, records and trust work as ever. Returns why it can't, where it can't: then nothing may be kept of it.
 */
export async function closeRing(deps: CloseDeps, tx: Transaction, ring: Ring): Promise<string | null> {
  const repository = createRingsRepository(tx.db)
  const standing: IntroductionRow[] = []
  for (const { givesId, toId } of ring.parties) {
    if (!isId('need', toId) || !isId('offer', givesId)) continue
    const introduction = await repository.standing(toId, givesId)
    if (introduction) standing.push(introduction)
  }
  if (standing.some(({ state }) => state === 'accepted')) return 'introduced_already'
  for (const introduction of standing) await withdrawFor(deps, tx, introduction)
  for (const { giver, receiver } of linksOf(ring)) {
    const need = await wantedNeed(deps, tx, receiver, giver.toId)
    const offer = await givenOffer(deps, tx, giver)
    const introduction = await introduce(deps, tx, need, offer)
    const engagement = await deps.beginEngagement(tx, introduction)
    await repository.setEngagement(giver, engagement.id)
  }
  return null
}

function linksOf({ parties }: Ring): { giver: RingParty; receiver: RingParty }[] {
  return parties.flatMap((giver, at) => {
    const receiver = parties[(at + 1) % parties.length]
    return receiver ? [{ giver, receiver }] : []
  })
}

/** The ring takes the place of what was proposed between the two. */
async function withdrawFor(deps: CloseDeps, tx: Transaction, row: IntroductionRow): Promise<void> {
  const now = deps.clock()
  await createIntroductionsRepository(tx.db).update(row.id, {
    state: 'withdrawn',
    reason: 'ring',
    answeredAt: now,
    updatedAt: now,
  })
  notifyBoth(tx, row, 'introduction.withdrawn')
}

async function introduce(
  deps: CloseDeps,
  tx: Transaction,
  need: NeedRow,
  offer: OfferRow,
): Promise<IntroductionRow> {
  const now = deps.clock()
  const repository = createIntroductionsRepository(tx.db)
  const given = {
    proposedBy: 'need',
    message: null,
    state: 'accepted',
    reason: 'ring',
    expiresAt: now,
    answeredAt: now,
    factors: { need: {}, offer: {} },
  } as const
  const row = newIntroduction({ need, offer }, given, now)
  await repository.insert(row)
  notifyBoth(tx, row, 'introduction.accepted')
  if (need.status === 'open' && (await repository.countTakenOfNeed(row)) >= need.positions) {
    for (const left of await repository.withdrawOfNeed(row, now))
      notifyBoth(tx, left, 'introduction.withdrawn')
    await deps.fillNeed(tx, need.partnerId, need.id)
  }
  return row
}

/** The need that is met: the receiver's own, or one posted for what its barter offer wants. */
async function wantedNeed(
  deps: CloseDeps,
  tx: Transaction,
  receiver: RingParty,
  toId: BarterPostingId,
): Promise<NeedRow> {
  const { partnerId } = receiver
  const parties = createPartiesRepository(tx.db)
  if (isId('need', toId)) return parties.need(partnerId, toId)
  const offer = await parties.offer(partnerId, toId)
  const wants = offer.terms.kind === 'barter' ? offer.terms.wants : []
  return deps.needs.post(
    { ...tx, actor: { partnerId }, clock: deps.clock },
    {
      organization_id: await organizationOf(deps, tx, receiver, offer.helperId),
      title: `In return: ${offer.title}`.slice(0, 200),
      description: `What the offer “${offer.title}” wants in return.`,
      skills: wants.map(({ skill }) => skill),
      accepts: ['barter'],
      gives: offer.skills.slice(0, 30).map(({ skill }) => skill),
      modality: offer.modality,
      location: offer.location ?? undefined,
      requires: [],
      positions: 1,
      visibility: 'partner',
      status: 'filled',
    },
  )
}

/** The offer that meets it: the giver's own, or one posted for what its need gives. */
async function givenOffer(deps: CloseDeps, tx: Transaction, giver: RingParty): Promise<OfferRow> {
  const { partnerId, givesId } = giver
  const parties = createPartiesRepository(tx.db)
  if (isId('offer', givesId)) return parties.offer(partnerId, givesId)
  const need = await parties.need(partnerId, givesId)
  const wants = need.skills.length > 0 ? need.skills.map(({ skill }) => skill) : [need.title]
  return deps.offers.post(
    { ...tx, actor: { partnerId }, clock: deps.clock },
    {
      helper_id: await helperOf(deps, tx, partnerId, need.organizationId),
      kind: 'barter',
      title: `In return: ${need.title}`.slice(0, 200),
      description: '',
      skills: need.gives.map(({ skill }) => skill),
      modality: need.modality,
      location: need.location ?? undefined,
      open_to: [],
      terms: { wants },
      visibility: 'partner',
      status: 'closed',
    },
  )
}

/** The helper that an organization is; made where it has given nothing yet. */
async function helperOf(
  deps: CloseDeps,
  tx: Transaction,
  partnerId: PartnerId,
  id: OrganizationId,
): Promise<HelperId> {
  const organization = await createPartiesRepository(tx.db).organization(partnerId, id)
  if (organization.helperId) return organization.helperId
  const ctx = { ...tx, actor: { partnerId }, clock: deps.clock }
  const helper = await deps.helpers.post(ctx, {
    name: organization.name,
    kind: 'organization',
    contact: organization.contact,
    location: organization.location ?? undefined,
    time_zone: organization.timeZone,
    languages: organization.languages,
    credentials: { licences: [] },
    connections: [],
    blocked_organization_ids: [],
  })
  await deps.organizations.change(ctx, { id, patch: { helper_id: helper.id }, precondition: null })
  return helper.id
}

/** The organization that a helper is; made where it has got nothing yet. */
async function organizationOf(
  deps: CloseDeps,
  tx: Transaction,
  { partnerId, organizationId }: RingParty,
  helperId: HelperId,
): Promise<OrganizationId> {
  const parties = createPartiesRepository(tx.db)
  const found = organizationId ?? (await parties.organizationOfHelper(partnerId, helperId))
  if (found) return found
  const helper = await parties.helper(partnerId, helperId)
  const ctx = { ...tx, actor: { partnerId }, clock: deps.clock }
  const organization = await deps.organizations.post(ctx, {
    name: helper.name,
    kind: 'solopreneur',
    contact: helper.contact,
    location: helper.location ?? undefined,
    time_zone: helper.timeZone,
    languages: helper.languages,
    causes: [],
    blocked_helper_ids: [],
    helper_id: helperId,
  })
  return organization.id
}
