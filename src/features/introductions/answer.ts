import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { type HelperId, type IntroductionId, type NeedId, newId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import {
  type AgreedSession,
  createCapacityRepository,
  type NeedRow,
  type SessionId,
  type SessionLeft,
  sessionsLeft,
} from '../postings/index.ts'
import { acceptedSessions, isFilledWith } from './introduced-sessions.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { AcceptedIntroduction, IntroductionRow, Side } from './introductions.table.ts'
import { type AgreedHours, requireCapacity } from './require-capacity.ts'
import { requireGuardianConsent } from './require-guardian-consent.ts'
import { notifyIntroduction, notifyReranked, otherSide, partyOf, sidesOf } from './sides.ts'
import { recountAnswers } from './track-records.repository.ts'

export interface AcceptPorts {
  /** Counts the positions of a need that are filled by work in progress or done. */
  countTakenPositions(ctx: Context, introduction: IntroductionRow): Promise<number>
  /** Sets the status of a need whose last position is taken. `ctx.actor` is the need's partner. */
  fillNeed(ctx: WriteContext, need: { id: NeedId }): Promise<unknown>
  /** Starts the work, which takes these weekly hours of the helper and a position of these sessions. */
  beginEngagement(
    ctx: WriteContext,
    introduction: AcceptedIntroduction,
    work: { hoursPerWeek: number | null; sessions: readonly AgreedSession[] },
  ): Promise<unknown>
}

/**
 * Accepts an introduction for the side that was asked. Starts the engagement, and fills the need once its last position is
 * taken. Throws `introduction_not_found`, `introduction_not_yours_to_answer`, `introduction_not_open`, `need_not_open`,
 * `session_not_open`, `offer_not_open`, `guardian_consent_missing` and `fully_committed`.
 */
export function createAccept({ countTakenPositions, fillNeed, beginEngagement }: AcceptPorts) {
  return async function accept(
    ctx: WriteContext,
    {
      id,
      sessionIds,
      ...agreed
    }: { id: IntroductionId; sessionIds?: readonly SessionId[] | undefined } & AgreedHours,
  ): Promise<IntroductionRow> {
    const repository = createIntroductionsRepository(ctx.db)
    const seen = await repository.find(ctx.actor.partnerId, id)
    if (!seen) throw notFound('introduction')
    // Locked in the usual order: if two acceptances compete for the last position of a need or the last hours of a helper,
    // one waits here and sees what the other left.
    const need = await repository.lockNeed(seen)
    const helperId = await lockHelperOf(ctx, seen)
    const row = await findOpen(ctx, id, otherSide)
    const takenPositions = await countTakenPositions(ctx, row)
    if (need?.status !== 'open' || (need.sessions.length === 0 && takenPositions >= need.positions))
      throw new DomainError('need_not_open', message('refusal_said', { what: 'need_taken' }))
    const offerStatus = await repository.offerStatus(row)
    // A paused offer gets no new proposals but keeps the existing ones.
    if (!helperId || (offerStatus !== 'open' && offerStatus !== 'paused'))
      throw new DomainError('offer_not_open', message('refusal_said', { what: 'offer_gone' }))
    await requireGuardianConsent(ctx, row)
    const sessions = await openSessions(ctx, row, need)
    const taken = acceptedSessions(sessions, {
      proposed: row.sessionIds,
      asked: sessionIds,
      now: ctx.clock(),
      overcommit: agreed.overcommit,
    })
    const hoursPerWeek = await requireCapacity(ctx, row, {
      wanted: need.hoursPerWeek,
      sessions: taken,
      agreed,
    })
    const engagementId = newId('engagement')
    const accepted = await answer(ctx, row, { status: 'accepted', reason: null, engagementId })
    if (isFilledWith(need, { takenPositions, sessions, taken, now: ctx.clock() })) {
      for (const left of await repository.withdrawOfNeed(row, ctx.clock()))
        notifyIntroduction(ctx, left, 'withdrawn')
      await fillNeed({ ...ctx, actor: { partnerId: row.needPartnerId } }, { id: row.needId })
    }
    await beginEngagement(ctx, { ...accepted, engagementId }, { hoursPerWeek, sessions: taken })
    return accepted
  }
}

/**
 * Locks the helper of an introduction. The first attempt may have waited for a merge that has given the offer to another
 * helper, or the introduction to another offer. Undefined if the offer is gone.
 */
async function lockHelperOf({ db, actor }: Context, seen: IntroductionRow): Promise<HelperId | undefined> {
  const repository = createIntroductionsRepository(db)
  const helperId = await repository.lockHelper(seen)
  if (helperId) return helperId
  const moved = await repository.find(actor.partnerId, seen.id)
  return moved && repository.lockHelper(moved)
}

/** Returns the sessions of a need with the positions left of each. The need is locked. */
async function openSessions(
  { db }: Context,
  { needPartnerId, needId }: IntroductionRow,
  need: Pick<NeedRow, 'sessions'>,
): Promise<SessionLeft[]> {
  if (need.sessions.length === 0) return []
  const takenBySession = await createCapacityRepository(db).takenSessionsOf(needPartnerId, needId)
  return sessionsLeft({ need, takenBySession })
}

/** Declines for the side that was asked. The pair is not ranked again for this need. Throws what `accept` throws. */
export async function decline(
  ctx: WriteContext,
  { id, reason }: { id: IntroductionId; reason: string },
): Promise<IntroductionRow> {
  const row = await findOpen(ctx, id, otherSide)
  const declined = await answer(ctx, row, { status: 'declined', reason, engagementId: null })
  ctx.append({ partnerId: row.needPartnerId, type: 'need.reranked', resourceId: row.needId })
  return declined
}

/** Withdraws a proposal for the side that made it. Throws what `accept` throws. */
export async function withdraw(ctx: WriteContext, { id }: { id: IntroductionId }): Promise<IntroductionRow> {
  const row = await findOpen(ctx, id, (side) => side)
  const withdrawn = await createIntroductionsRepository(ctx.db).update(id, {
    status: 'withdrawn',
    reason: null,
    answeredAt: null,
    updatedAt: ctx.clock(),
  })
  notifyIntroduction(ctx, row, 'withdrawn')
  return withdrawn
}

/**
 * Loads and locks an introduction that awaits this partner. `turnOf` maps the proposing side to the side that may act.
 */
async function findOpen(
  { db, actor, clock }: WriteContext,
  id: IntroductionId,
  turnOf: (proposedBy: Side) => Side,
): Promise<IntroductionRow> {
  const row = await createIntroductionsRepository(db).find(actor.partnerId, id, 'update')
  if (!row) throw notFound('introduction')
  const turn = turnOf(row.proposedBy)
  if (!sidesOf(row, actor.partnerId).includes(turn))
    throw new DomainError(
      'introduction_not_yours_to_answer',
      message('refusal_turn', { of: turn, isAnswer: turn === otherSide(row.proposedBy) }),
    )
  if (row.status !== 'proposed')
    throw new DomainError(
      'introduction_not_open',
      row.status === 'withdrawn' && row.reason === 'need_filled'
        ? message('refusal_said', { what: 'withdrawn_when_filled' })
        : message('refusal_answered', { status: row.status }),
    )
  if (row.expiresAt <= clock())
    throw new DomainError('introduction_not_open', message('refusal_said', { what: 'introduction_expired' }))
  return row
}

/** Stores the answer and counts it for the side that gave it. */
async function answer(
  ctx: WriteContext,
  row: IntroductionRow,
  given: Pick<IntroductionRow, 'reason' | 'engagementId'> & { status: 'accepted' | 'declined' },
): Promise<IntroductionRow> {
  const now = ctx.clock()
  const answered = await createIntroductionsRepository(ctx.db).update(row.id, {
    ...given,
    answeredAt: now,
    updatedAt: now,
  })
  const party = partyOf(row, otherSide(row.proposedBy))
  await recountAnswers(ctx.db, [party])
  notifyReranked(ctx, party)
  notifyIntroduction(ctx, row, given.status)
  return answered
}
