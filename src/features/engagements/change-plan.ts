import type { WriteContext } from '../../platform/events/index.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { notifyBoth, sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { Plan } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { activeNow, lockActiveEngagement } from './find-engagement.ts'

/** Replaces the plan. Either side may. Throws `precondition_failed` if the plan has changed since it was read. */
export async function changePlan(
  ctx: WriteContext,
  { id, plan, precondition }: { id: EngagementId; plan: Plan; precondition: Precondition },
): Promise<EngagementRow> {
  const row = await lockActiveEngagement(ctx, { id })
  requireVersion(row, precondition)
  const now = ctx.clock()
  const active = activeNow(sidesOf(row, ctx.actor.partnerId), now)
  const changed = await createEngagementsRepository(ctx.db).update(id, { ...active, plan, updatedAt: now })
  notifyBoth(ctx, row, 'engagement.planned')
  return changed
}
