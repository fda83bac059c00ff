import { violatedConstraint } from '../../platform/db/index.ts'
import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { RetrospectiveInput } from './engagements.schemas.ts'
import type { RetrospectiveRow } from './engagements.table.ts'
import { findEngagement, speakingSide } from './find-engagement.ts'
import { notifyEngagement } from './notify-engagement.ts'

/** Stores one side's retrospective after the end. Throws `engagement_not_ended` and `retrospective_given`. */
export async function addRetrospective(
  ctx: WriteContext,
  input: RetrospectiveInput & { id: EngagementId },
): Promise<RetrospectiveRow> {
  const engagement = await findEngagement(ctx, input)
  const side = speakingSide(engagement, ctx.actor.partnerId, input.side)
  if (engagement.status === 'active')
    throw new DomainError(
      'engagement_not_ended',
      'Send the retrospective after the engagement has ended: with POST /v1/engagements/{id}/complete by both sides, or /end.',
    )
  const row: RetrospectiveRow = {
    engagementId: input.id,
    side,
    outcome: input.outcome,
    again: input.again,
    hoursSpent: input.hours_spent,
    obstacles: [...new Set(input.obstacles)],
    createdAt: ctx.clock(),
  }
  try {
    await createEngagementsRepository(ctx.db).insertRetrospective(row)
  } catch (error) {
    if (violatedConstraint(error) !== 'retrospectives_pkey') throw error
    throw new DomainError(
      'retrospective_given',
      'This side has already sent its retrospective, and it is kept as it was sent. Read it with GET /v1/engagements/{id}/retrospectives.',
    )
  }
  notifyEngagement(ctx, engagement, { type: 'engagement.looked_back', side })
  return row
}

/** Returns both retrospectives. The other side's is omitted until both exist, so that neither influences the other. */
export async function readRetrospectives(
  ctx: Context,
  { id }: { id: EngagementId },
): Promise<RetrospectiveRow[]> {
  const engagement = await findEngagement(ctx, { id })
  const rows = await createEngagementsRepository(ctx.db).retrospectivesOf(id)
  const own = sidesOf(engagement, ctx.actor.partnerId)
  return rows.filter(({ side }) => rows.length === 2 || own.includes(side))
}
