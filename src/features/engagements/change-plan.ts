import type { WriteContext } from '../../platform/events/index.ts'
import { changedFields } from '../../shared/changed-fields.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { Plan } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { activeNow, lockActiveEngagement } from './find-engagement.ts'
import { notifyEngagement } from './notify-engagement.ts'
import { droppedBy } from './planned-check-ins.ts'

/** Replaces the plan, for either side. Throws `precondition_failed` if the plan has changed since it was read. */
export async function changePlan(
  ctx: WriteContext,
  { id, plan, precondition }: { id: EngagementId; plan: Plan; precondition: Precondition },
): Promise<EngagementRow> {
  const row = await lockActiveEngagement(ctx, { id })
  requireVersion(row, precondition)
  const now = ctx.clock()
  const active = activeNow(sidesOf(row, ctx.actor.partnerId), now)
  const droppedCheckIns = droppedBy(row, { ...row, plan })
  const change = { ...active, plan, droppedCheckIns, updatedAt: now }
  const changed = await createEngagementsRepository(ctx.db).update(id, change)
  notifyEngagement(ctx, changed, { type: 'engagement.planned', changed: changedFields(row.plan, plan) })
  return changed
}
