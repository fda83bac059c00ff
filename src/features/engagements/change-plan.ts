import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { Precondition } from '../../shared/precondition.ts'
import { notifyBoth } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { Plan } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { findActive } from './find-engagement.ts'

/** Replaces the plan, by either side. Throws `precondition_failed` where the other one was quicker. */
export async function changePlan(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: EngagementId,
  plan: Plan,
  precondition: Precondition,
): Promise<EngagementRow> {
  const row = await findActive(tx.db, partnerId, id)
  if (precondition && !precondition(row.version))
    throw new DomainError('precondition_failed', 'It has changed since you read it: read it again and retry.')
  const changed = await createEngagementsRepository(tx.db).update(id, { plan, updatedAt: deps.clock() })
  notifyBoth(tx, row, 'engagement.planned')
  return changed
}
