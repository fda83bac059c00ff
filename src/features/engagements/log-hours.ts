import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { type Id, newId } from '../../shared/ids.ts'
import { otherSide, type Side } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { findEngagement, lockActiveEngagement, requireSide, speakingSide } from './find-engagement.ts'
import { notifyEngagement } from './notify-engagement.ts'

export interface HoursPorts {
  /** Books confirmed hours as time credits if the engagement belongs to a ring. */
  settleHours(ctx: WriteContext, confirmed: { engagement: EngagementRow; hours: HoursRow }): Promise<void>
}

/** Logs hours of an active engagement. The other side confirms them. Throws as `lockActiveEngagement` and `speakingSide` do. */
export async function logHours(
  ctx: WriteContext,
  input: { id: EngagementId; side?: Side | undefined; worked_on: string; hours: number },
): Promise<HoursRow> {
  const engagement = await lockActiveEngagement(ctx, input)
  const row: HoursRow = {
    engagementId: input.id,
    id: newId('hours'),
    workedOn: input.worked_on,
    hours: input.hours,
    loggedBy: speakingSide(engagement, ctx.actor.partnerId, input.side),
    status: 'logged',
    disputeReason: null,
    createdAt: ctx.clock(),
    answeredAt: null,
  }
  await createEngagementsRepository(ctx.db).insertHours(row)
  notifyHours(ctx, engagement, row)
  return row
}

type HoursAnswer = { status: 'confirmed' } | { status: 'disputed'; reason: string }

/**
 * Confirms or disputes hours for the side that did not log them. Disputed hours stay visible and may be confirmed later.
 * Throws `hours_not_found`, `not_your_side`, and `hours_answered` if they are already confirmed.
 */
export function createAnswerHours({ settleHours }: HoursPorts) {
  return async function answerHours(
    ctx: WriteContext,
    { id, hoursId, answer }: { id: EngagementId; hoursId: Id<'hours'>; answer: HoursAnswer },
  ): Promise<HoursRow> {
    const engagement = await findEngagement(ctx, { id })
    const repository = createEngagementsRepository(ctx.db)
    const row = await repository.findHours(id, hoursId)
    if (!row) throw notFound('hours')
    requireSide(engagement, ctx.actor.partnerId, otherSide(row.loggedBy))
    if (row.status === 'confirmed')
      throw new DomainError('hours_answered', 'These hours are already confirmed.')
    const answered: HoursRow = {
      ...row,
      status: answer.status,
      disputeReason: answer.status === 'disputed' ? answer.reason : row.disputeReason,
      answeredAt: ctx.clock(),
    }
    await repository.updateHours(answered)
    if (answer.status === 'confirmed') await settleHours(ctx, { engagement, hours: answered })
    notifyHours(ctx, engagement, answered)
    return answered
  }
}

function notifyHours(ctx: WriteContext, engagement: EngagementRow, { id, loggedBy, status }: HoursRow): void {
  notifyEngagement(ctx, engagement, { type: `engagement.hours_${status}`, hours_id: id, logged_by: loggedBy })
}
