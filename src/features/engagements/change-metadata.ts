import { isDeepStrictEqual } from 'node:util'
import type { WriteContext } from '../../platform/events/index.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { idsOfSides, type MetadataPatch, ownMetadata, patchedMetadata } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow } from './engagements.table.ts'
import { lockEngagement } from './find-engagement.ts'

/**
 * Changes the caller's own metadata on an engagement, even after its end. Only the caller gets an event. Throws
 * `engagement_not_found` and `precondition_failed`.
 */
export async function changeMetadata(
  ctx: WriteContext,
  { id, patch, precondition }: { id: EngagementId; patch: MetadataPatch; precondition: Precondition },
): Promise<EngagementRow> {
  const { partnerId } = ctx.actor
  const repository = createEngagementsRepository(ctx.db)
  const row = await lockEngagement(ctx, { id })
  requireVersion(row, precondition)
  const change = patchedMetadata(row, partnerId, patch)
  if (isDeepStrictEqual(ownMetadata({ ...row, ...change }, partnerId), ownMetadata(row, partnerId)))
    return row
  const changed = await repository.update(id, { ...change, updatedAt: ctx.clock() })
  const { status, introductionId: introduction_id } = changed
  const data = { status, introduction_id, ...idsOfSides(changed), changed: ['metadata'] }
  ctx.append({ partnerId, type: 'engagement.changed', resourceId: id, data })
  return changed
}
