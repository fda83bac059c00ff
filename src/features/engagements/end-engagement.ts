import type { WriteContext } from '../../platform/events/index.ts'
import {
  addToTracks,
  notifyBoth,
  notifyReranked,
  otherSide,
  partyOf,
  type Side,
} from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EndReason } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { lockActiveEngagement, speakingSide } from './find-engagement.ts'

/**
 * Marks the work as done for one side. Once both sides have done so, the engagement is completed and counts for both.
 * Throws as `lockActiveEngagement` and `speakingSide` do.
 */
export async function complete(
  ctx: WriteContext,
  input: { id: EngagementId; side?: Side | undefined },
): Promise<EngagementRow> {
  const row = await lockActiveEngagement(ctx, input)
  const side = speakingSide(row, ctx.actor.partnerId, input.side)
  if (row.doneBy.includes(side)) return row
  const repository = createEngagementsRepository(ctx.db)
  const now = ctx.clock()
  const doneBy = [...row.doneBy, side]
  if (doneBy.length < 2) {
    notifyBoth(ctx, row, 'engagement.done_by_one')
    return repository.update(row.id, { doneBy, updatedAt: now })
  }
  const change = { doneBy, state: 'completed', endedAt: now, updatedAt: now } as const
  const completed = await repository.update(row.id, change)
  const parties = [partyOf(row, 'need'), partyOf(row, 'offer')]
  await addToTracks(
    ctx.db,
    parties.map((party) => ({ ...party, completed: 1 })),
  )
  for (const party of parties) notifyReranked(ctx, party)
  notifyBoth(ctx, row, 'engagement.completed')
  return completed
}

/** Ends the work before it is done. The reason decides which side broke the agreement. Throws as `complete` does. */
export async function endEarly(
  ctx: WriteContext,
  input: { id: EngagementId; side?: Side | undefined; reason: EndReason },
): Promise<EngagementRow> {
  const row = await lockActiveEngagement(ctx, input)
  const side = speakingSide(row, ctx.actor.partnerId, input.side)
  const now = ctx.clock()
  const ended = await createEngagementsRepository(ctx.db).update(row.id, {
    state: 'ended_early',
    endedBy: side,
    endReason: input.reason,
    endedAt: now,
    updatedAt: now,
  })
  const breaker = sideAtFault(side, input.reason)
  if (breaker) {
    const party = partyOf(row, breaker)
    await addToTracks(ctx.db, [{ ...party, broken: 1 }])
    notifyReranked(ctx, party)
  }
  notifyBoth(ctx, row, 'engagement.ended_early')
  return ended
}

/** Nobody when both agreed or the work changed, the silent side, otherwise the side that ends it. */
function sideAtFault(endedBy: Side, reason: EndReason): Side | null {
  switch (reason) {
    case 'agreed':
    case 'work_changed':
      return null
    case 'other_side_stopped_answering':
      return otherSide(endedBy)
    case 'no_time':
    case 'skills_do_not_fit':
    case 'other':
      return endedBy
  }
}
