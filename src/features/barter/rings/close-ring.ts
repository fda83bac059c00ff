import type { z } from 'zod'
import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type ErrorCode } from '../../../shared/errors.ts'
import {
  type HelperId,
  type Id,
  isId,
  type NeedId,
  newId,
  type OrganizationId,
  type PartnerId,
} from '../../../shared/ids.ts'
import {
  type AcceptedIntroduction,
  createIntroductionsRepository,
  type IntroductionRow,
  newIntroduction,
  notifyIntroduction,
  requireCapacity,
  requireGuardianConsent,
} from '../../introductions/index.ts'
import {
  type AgreedSession,
  asOthersSee,
  type HelperRow,
  type helperInput,
  type NeedInput,
  type NeedRow,
  type OfferRow,
  type OrganizationRow,
  type offerInput,
  type organizationInput,
  type Posting,
} from '../../postings/index.ts'
import type { BarterPostingId } from '../barter-ids.ts'
import { createPartiesRepository } from './parties.repository.ts'
import { isFilled, sessionsOf } from './ring-sessions.ts'
import { createRingsRepository, type Ring } from './rings.repository.ts'
import type { RingParty } from './rings.table.ts'

type HelperInput = z.output<typeof helperInput>
type OfferInput = z.output<typeof offerInput>
type OrganizationInput = z.output<typeof organizationInput>

export interface ClosePorts {
  organizations: Posting<OrganizationRow, OrganizationInput>
  helpers: Posting<HelperRow, HelperInput>
  needs: Posting<NeedRow, NeedInput>
  offers: Posting<OfferRow, OfferInput>
  /** Sets the status of a need whose last position is taken. `ctx.actor` is the need's partner. */
  fillNeed(ctx: WriteContext, need: { id: NeedId }): Promise<unknown>
  beginEngagement(
    ctx: WriteContext,
    introduction: AcceptedIntroduction,
    work: { hoursPerWeek: number | null; sessions: readonly AgreedSession[] },
  ): Promise<{ id: Id<'engagement'> }>
}

/**
 * Starts the engagement of each link within one transaction, each between a need and an offer like any other work. If a
 * party gives or wants only the return of a need or an offer, the missing need or offer is posted as filled or closed, so
 * that hours, records and trust work as usual. Returns null, or the reason why the ring can't close; nothing was written
 * then.
 */
export function createCloseRing(ports: ClosePorts) {
  return async function closeRing(ctx: WriteContext, ring: Ring): Promise<string | null> {
    const repository = createRingsRepository(ctx.db)
    const openOrAtWork: IntroductionRow[] = []
    for (const { givesId, toId } of ring.parties) {
      if (!isId('need', toId) || !isId('offer', givesId)) continue
      openOrAtWork.push(...(await repository.openOrAtWork(toId, givesId)))
    }
    if (openOrAtWork.some(({ status }) => status === 'accepted')) return 'introduced_already'
    const hours = await hoursOfLinks(ctx, ring)
    if (typeof hours === 'string') return hours
    for (const introduction of openOrAtWork) await withdrawFor(ctx, introduction)
    for (const { giver, receiver } of linksOf(ring)) {
      const need = await wantedNeed(ports, ctx, receiver, giver.toId)
      const offer = await givenOffer(ports, ctx, giver)
      const sessions = await sessionsOf(ctx, need, offer)
      const introduction = await introduce(ports, ctx, { need, offer, sessions })
      const engagement = await ports.beginEngagement(ctx, introduction, {
        hoursPerWeek: hours.get(giver.givesId) ?? null,
        sessions,
      })
      await repository.setEngagement(giver, engagement.id)
    }
    return null
  }
}

function linksOf({ parties }: Ring): { giver: RingParty; receiver: RingParty }[] {
  return parties.flatMap((giver, at) => {
    const receiver = parties[(at + 1) % parties.length]
    return receiver ? [{ giver, receiver }] : []
  })
}

/**
 * Returns the weekly hours that each given offer takes on, or why a helper can't begin. Helpers stay locked, in order of id.
 */
async function hoursOfLinks(
  ctx: WriteContext,
  ring: Ring,
): Promise<Map<BarterPostingId, number | null> | string> {
  const parties = createPartiesRepository(ctx.db)
  const introductions = createIntroductionsRepository(ctx.db)
  const links = []
  for (const { giver, receiver } of linksOf(ring)) {
    if (!isId('offer', giver.givesId)) continue
    const offer = await parties.offer(giver.partnerId, giver.givesId)
    const need = isId('need', giver.toId) ? await parties.need(receiver.partnerId, giver.toId) : null
    links.push({ offerPartnerId: giver.partnerId, offerId: offer.id, helperId: offer.helperId, need })
  }
  const hours = new Map<BarterPostingId, number | null>()
  for (const { need, ...link } of links.toSorted((a, b) => (a.helperId < b.helperId ? -1 : 1))) {
    await introductions.lockHelper(link)
    try {
      await requireGuardianConsent(ctx, link)
      const wanted = need?.hoursPerWeek ?? null
      hours.set(link.offerId, await requireCapacity(ctx, link, { wanted, sessions: [], agreed: {} }))
    } catch (error) {
      const reason = error instanceof DomainError && BREAKS_RING[error.code]
      if (reason) return reason
      throw error
    }
  }
  return hours
}

/** Refusals after which a ring can't close, with the reason that all parties see, which never reveals an age. */
const BREAKS_RING: Partial<Record<ErrorCode, string>> = {
  fully_committed: 'fully_committed',
  guardian_consent_missing: 'not_open_any_more',
  offer_not_open: 'not_open_any_more',
}

/** Withdraws an earlier proposal between two parties, which the ring replaces. */
async function withdrawFor(ctx: WriteContext, row: IntroductionRow): Promise<void> {
  const now = ctx.clock()
  await createIntroductionsRepository(ctx.db).update(row.id, {
    status: 'withdrawn',
    reason: 'ring',
    answeredAt: now,
    updatedAt: now,
  })
  notifyIntroduction(ctx, row, 'withdrawn')
}

async function introduce(
  ports: ClosePorts,
  ctx: WriteContext,
  { need, offer, sessions }: { need: NeedRow; offer: OfferRow; sessions: readonly AgreedSession[] },
): Promise<AcceptedIntroduction> {
  const now = ctx.clock()
  const repository = createIntroductionsRepository(ctx.db)
  const given = {
    proposedBy: 'need',
    message: null,
    status: 'accepted',
    reason: 'ring',
    expiresAt: now,
    answeredAt: now,
    engagementId: newId('engagement'),
    sessionIds: sessions.map(({ id }) => id),
    factors: { need: {}, offer: {} },
    proposal: null,
    needMetadata: {},
    offerMetadata: {},
  } as const
  const row = { ...newIntroduction({ need, offer }, given, now), engagementId: given.engagementId }
  await repository.insert(row)
  notifyIntroduction(ctx, row, 'accepted')
  if (need.status === 'open' && (await isFilled(ctx, { need, row, sessions }))) {
    for (const left of await repository.withdrawOfNeed(row, now)) notifyIntroduction(ctx, left, 'withdrawn')
    await ports.fillNeed({ ...ctx, actor: { partnerId: need.partnerId } }, need)
  }
  return row
}

/** Returns the receiver's own need, or one posted for what its barter offer wants. */
async function wantedNeed(
  ports: ClosePorts,
  ctx: WriteContext,
  receiver: RingParty,
  toId: BarterPostingId,
): Promise<NeedRow> {
  const { partnerId } = receiver
  const parties = createPartiesRepository(ctx.db)
  if (isId('need', toId)) return parties.need(partnerId, toId)
  const offer = await parties.offer(partnerId, toId)
  const wants = offer.terms.kind === 'barter' ? offer.terms.wants : []
  return ports.needs.post(
    { ...ctx, actor: { partnerId } },
    {
      organization_id: await organizationOf(ports, ctx, receiver, offer.helperId),
      title: titleOf(wants, offer),
      description: offer.title,
      skills: wants.map(({ skill }) => skill),
      accepts: ['barter'],
      gives: offer.skills.slice(0, 30).map(({ skill }) => skill),
      modality: offer.modality,
      location: offer.location ?? undefined,
      requires: [],
      positions: 1,
      sessions: [],
      visibility: 'partner',
      infer_skills: false,
      is_public: false,
      status: 'filled',
    },
  )
}

/** Returns the giver's own offer, or one posted for what its need gives. */
async function givenOffer(ports: ClosePorts, ctx: WriteContext, giver: RingParty): Promise<OfferRow> {
  const { partnerId, givesId } = giver
  const parties = createPartiesRepository(ctx.db)
  if (isId('offer', givesId)) return parties.offer(partnerId, givesId)
  const need = await parties.need(partnerId, givesId)
  const wants = need.skills.length > 0 ? need.skills.map(({ skill }) => skill) : [need.title]
  return ports.offers.post(
    { ...ctx, actor: { partnerId } },
    {
      helper_id: await helperOf(ports, ctx, partnerId, need.organizationId),
      kind: 'barter',
      title: titleOf(need.gives, need),
      description: '',
      skills: need.gives.map(({ skill }) => skill),
      modality: need.modality,
      location: need.location ?? undefined,
      open_to: [],
      terms: { wants },
      visibility: 'partner',
      infer_skills: false,
      status: 'closed',
    },
  )
}

/**
 * Titles a posting by what it gives or wants, in the words of the party. Words of ours would be in one language, and each
 * page shows titles as they are.
 */
function titleOf(skills: readonly { skill: string }[], { title }: { title: string }): string {
  const named = skills.map(({ skill }) => skill).join(', ')
  return (named === '' ? title : named).slice(0, 200).toWellFormed()
}

/** Returns the helper linked to an organization. Creates it if the organization has given nothing yet. */
async function helperOf(
  ports: ClosePorts,
  ctx: WriteContext,
  partnerId: PartnerId,
  id: OrganizationId,
): Promise<HelperId> {
  const organization = await createPartiesRepository(ctx.db).organization(partnerId, id)
  if (organization.helperId) return organization.helperId
  const helper = await ports.helpers.post(
    { ...ctx, actor: { partnerId } },
    {
      name: organization.name,
      kind: 'organization',
      contact: organization.contact,
      location: organization.location ?? undefined,
      time_zone: organization.timeZone,
      languages: organization.languages,
      credentials: { licences: [] },
      connections: [],
      blocked_organization_ids: [],
    },
  )
  await ports.organizations.change(
    { ...ctx, actor: { partnerId } },
    { id, patch: { helper_id: helper.id }, precondition: null },
  )
  return helper.id
}

/** Returns the organization linked to a helper. Creates it if the helper has received nothing yet. */
async function organizationOf(
  ports: ClosePorts,
  ctx: WriteContext,
  { partnerId, organizationId }: RingParty,
  helperId: HelperId,
): Promise<OrganizationId> {
  const parties = createPartiesRepository(ctx.db)
  const found = organizationId ?? (await parties.organizationOfHelper(partnerId, helperId))
  if (found) return found
  const helper = await parties.helper(partnerId, helperId)
  const organization = await ports.organizations.post(
    { ...ctx, actor: { partnerId } },
    {
      ...asOthersSee(helper),
      kind: 'solopreneur',
      location: helper.location ?? undefined,
      time_zone: helper.timeZone,
      languages: helper.languages,
      causes: [],
      connections: [],
      blocked_helper_ids: [],
      helper_id: helperId,
    },
  )
  return organization.id
}
