import { violatedConstraint } from '../../platform/db/index.ts'
import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import type { NeedId, OfferId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { endOverdue } from './expire.ts'
import { expiryOf } from './expiry.ts'
import type { ExplainedPair } from './explained-pair.ts'
import { proposedSessions } from './introduced-sessions.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { ProposeInput } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { newIntroduction } from './new-introduction.ts'
import { metadataOf } from './own-metadata.ts'
import { type ProposalLimits, requireFairProposal } from './proposal-limits.ts'
import { notifyIntroduction } from './sides.ts'

export interface ProposePorts {
  limits: { openPerHelper: number; openPerNeed: number } & ProposalLimits
  /** Explains a pair that the caller may see. Throws `need_not_found` and `offer_not_found`. */
  explainPair(ctx: Context, pair: { needId: NeedId; offerId: OfferId }): Promise<ExplainedPair>
}

/**
 * Proposes an introduction of a need and an offer, on behalf of the partner of either side. Throws `need_not_found`,
 * `offer_not_found`, `need_not_open`, `offer_not_open`, `held_in_ring`, `not_a_match` (with every blocker),
 * `session_not_open`, `introduction_standing`, `too_many_introductions`, `too_many_proposals` and `declined_recently`.
 */
export function createPropose({ limits, explainPair }: ProposePorts) {
  return async function propose(ctx: WriteContext, input: ProposeInput): Promise<IntroductionRow> {
    const pair = await explainPair(ctx, { needId: input.need_id, offerId: input.offer_id })
    requireMatch(pair)
    const now = ctx.clock()
    const seen = newProposal(ctx, pair, { ...input, expiresAt: expiryOf(input, now, limits.expiry) }, now)
    await requireFairProposal(ctx, seen, limits)
    const row = await lockParties(ctx, seen)
    await requireRoom(ctx, row, limits)
    try {
      await createIntroductionsRepository(ctx.db).insert(row)
    } catch (error) {
      if (violatedConstraint(error) !== 'introductions_standing_pair') throw error
      throw new DomainError('introduction_standing', message('refusal_said', { what: 'already_introduced' }))
    }
    notifyIntroduction(ctx, row, 'proposed')
    return row
  }
}

function newProposal(
  ctx: WriteContext,
  pair: ExplainedPair,
  input: ProposeInput & { expiresAt: Date },
  now: Date,
): IntroductionRow {
  const sides = { needPartnerId: pair.need.partnerId, offerPartnerId: pair.offer.partnerId }
  return newIntroduction(
    pair,
    {
      // If both sides belong to the caller, the need side proposes.
      proposedBy: pair.need.partnerId === ctx.actor.partnerId ? 'need' : 'offer',
      message: input.message ?? null,
      sessionIds: proposedSessions(pair, input.session_ids, now),
      status: 'proposed',
      reason: null,
      expiresAt: input.expiresAt,
      answeredAt: null,
      engagementId: null,
      factors: pair.factors,
      proposal: pair.proposal,
      ...metadataOf(sides, ctx.actor.partnerId, input.metadata ?? {}),
    },
    now,
  )
}

function requireMatch({ need, offer, isHeld, blockers }: ExplainedPair): void {
  if (isHeld)
    throw new DomainError(
      'held_in_ring',
      'The offer is reserved for a proposed ring. Wait until the ring ends, or choose another offer with GET /v1/needs/{id}/matches.',
    )
  if (need.status !== 'open')
    throw new DomainError('need_not_open', message('refusal_status', { of: 'need', status: need.status }))
  if (offer.status !== 'open')
    throw new DomainError('offer_not_open', message('refusal_status', { of: 'offer', status: offer.status }))
  if (blockers.length === 0) return
  throw new DomainError(
    'not_a_match',
    message('refusal_said', { what: 'no_match' }),
    blockers.map(({ code, detail, smallestChange }) => ({
      pointer: '',
      code,
      messages: [detail, smallestChange],
    })),
  )
}

/**
 * Locks the need and the helper, so that two simultaneous proposals can't both take the last slot. Either party may have
 * been merged into another since the pair was explained; the returned row names the current parties.
 */
async function lockParties(ctx: WriteContext, row: IntroductionRow): Promise<IntroductionRow> {
  const repository = createIntroductionsRepository(ctx.db)
  const need = await repository.lockNeed(row)
  if (need?.status !== 'open')
    throw new DomainError('need_not_open', message('refusal_said', { what: 'need_no_longer_open' }))
  // The first attempt may have waited for a merge that has given the offer to another helper.
  const helperId = (await repository.lockHelper(row)) ?? (await repository.lockHelper(row))
  // Deleting an offer does not change its helper, so locking the helper does not reveal it.
  if (!helperId || (await repository.offerStatus(row)) === undefined) throw notFound('offer')
  return { ...row, organizationId: need.organizationId, helperId }
}

async function requireRoom(
  ctx: WriteContext,
  row: IntroductionRow,
  { openPerHelper, openPerNeed }: ProposePorts['limits'],
): Promise<void> {
  const repository = createIntroductionsRepository(ctx.db)
  await endOverdue(ctx, { pair: row })
  if ((await repository.countOpenOfHelper(row)) >= openPerHelper)
    throw tooMany(`The helper already has ${openPerHelper} open introductions.`)
  if ((await repository.countOpenOfNeed(row)) >= openPerNeed)
    throw tooMany(`The need already has ${openPerNeed} open introductions.`)
}

function tooMany(what: string): DomainError {
  return new DomainError('too_many_introductions', `${what} Wait for an answer or withdraw one.`)
}
