import type { WriteContext } from '../../platform/events/index.ts'
import { refusedUntil } from '../../shared/errors.ts'
import { DAY_MS } from '../../shared/time.ts'
import { createIntroductionsRepository, notifyReranked, partyOf, type Side } from '../introductions/index.ts'
import { SILENCE_DAYS, sideAtFault } from './end-reasons.ts'
import { recountEngagements } from './engagement-records.repository.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EndReason } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { activeNow, findEngagement, lockActiveEngagement, speakingSide } from './find-engagement.ts'
import { notifyEngagement } from './notify-engagement.ts'
import { createReturnPosition, type ReturnPorts } from './return-position.ts'

/**
 * Marks the work as done for one side. Once both sides have done so, the engagement is completed and counts for both. Throws
 * what `lockActiveEngagement` and `speakingSide` throw.
 */
export async function complete(
  ctx: WriteContext,
  input: { id: EngagementId; side?: Side | undefined },
): Promise<EngagementRow> {
  await lockIntroduction(ctx, input)
  const row = await lockActiveEngagement(ctx, input)
  const side = speakingSide(row, ctx.actor.partnerId, input.side)
  if (row.doneBy.includes(side)) return row
  const repository = createEngagementsRepository(ctx.db)
  const now = ctx.clock()
  const doneBy = [...row.doneBy, side]
  if (doneBy.length < 2) {
    notifyEngagement(ctx, row, { type: 'engagement.done_by_one', done_by: doneBy })
    return repository.update(row.id, { ...activeNow([side], now), doneBy, updatedAt: now })
  }
  const change = { doneBy, status: 'completed', endedAt: now, updatedAt: now } as const
  const completed = await repository.update(row.id, change)
  await createIntroductionsRepository(ctx.db).setWorkEnded(row.introductionId, now)
  const parties = [partyOf(row, 'need'), partyOf(row, 'offer')]
  await recountEngagements(ctx.db, parties)
  for (const party of parties) notifyReranked(ctx, party)
  notifyEngagement(ctx, completed, { type: 'engagement.completed' })
  return completed
}

/**
 * Ends the work before it is done, and returns its position and its hours. The reason decides which side broke the
 * agreement. Throws what `complete` throws, and `not_silent_long_enough` if the other side is blamed for a silence that was
 * too short.
 */
export function createEndEarly(ports: ReturnPorts) {
  const returnPosition = createReturnPosition(ports)
  return async function endEarly(
    ctx: WriteContext,
    input: { id: EngagementId; side?: Side | undefined; reason: EndReason },
  ): Promise<EngagementRow> {
    // Locks the need first, as taking its positions does.
    await createEngagementsRepository(ctx.db).lockNeed(await findEngagement(ctx, input))
    await lockIntroduction(ctx, input)
    const ended = await breakOff(ctx, input)
    await returnPosition(ctx, ended)
    return ended
  }
}

/** Merges lock introductions before engagements, too. */
async function lockIntroduction(ctx: WriteContext, input: { id: EngagementId }): Promise<void> {
  const { introductionId } = await findEngagement(ctx, input)
  await createIntroductionsRepository(ctx.db).lock(introductionId)
}

async function breakOff(
  ctx: WriteContext,
  input: { id: EngagementId; side?: Side | undefined; reason: EndReason },
): Promise<EngagementRow> {
  const row = await lockActiveEngagement(ctx, input)
  const side = speakingSide(row, ctx.actor.partnerId, input.side)
  const now = ctx.clock()
  const breaker = sideAtFault(side, input.reason)
  if (breaker && breaker !== side) await requireSilence(ctx, row, breaker)
  const ended = await createEngagementsRepository(ctx.db).update(row.id, {
    status: 'ended_early',
    endedBy: side,
    endReason: input.reason,
    endedAt: now,
    updatedAt: now,
  })
  await createIntroductionsRepository(ctx.db).setWorkEnded(row.introductionId, now)
  if (breaker) {
    const party = partyOf(row, breaker)
    await recountEngagements(ctx.db, [party])
    notifyReranked(ctx, party)
  }
  notifyEngagement(ctx, ended, { type: 'engagement.ended_early', ended_by: side })
  return ended
}

/** Requires a silence of `SILENCE_DAYS` since the start, or since this side last did something, before it is blamed. */
async function requireSilence(
  { db, clock }: WriteContext,
  row: EngagementRow,
  silentSide: Side,
): Promise<void> {
  const now = clock()
  const activeAt = (await createEngagementsRepository(db).lastActiveAt(row, silentSide)) ?? row.startedAt
  const until = new Date(activeAt.getTime() + SILENCE_DAYS * DAY_MS)
  if (until <= now) return
  throw refusedUntil(
    'not_silent_long_enough',
    `The ${silentSide} side was last active at ${activeAt.toISOString()}: it counts as silent after ${SILENCE_DAYS} days. Until then contact it again, or end the work for another reason.`,
    { until, now },
  )
}
