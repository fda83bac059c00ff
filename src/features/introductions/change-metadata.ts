import { isDeepStrictEqual } from 'node:util'
import type { WriteContext } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { IntroductionId } from '../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { type MetadataPatch, ownMetadata, patchedMetadata } from './own-metadata.ts'
import { idsOfSides } from './sides.ts'

/**
 * Changes the caller's own metadata on an introduction. Only the caller gets an event. Throws `introduction_not_found` and
 * `precondition_failed`.
 */
export async function changeMetadata(
  ctx: WriteContext,
  { id, patch, precondition }: { id: IntroductionId; patch: MetadataPatch; precondition: Precondition },
): Promise<IntroductionRow> {
  const { partnerId } = ctx.actor
  const repository = createIntroductionsRepository(ctx.db)
  const row = await repository.find(partnerId, id, 'update')
  if (!row) throw notFound('introduction')
  requireVersion(row, precondition)
  const change = patchedMetadata(row, partnerId, patch)
  if (isDeepStrictEqual(ownMetadata({ ...row, ...change }, partnerId), ownMetadata(row, partnerId)))
    return row
  const changed = await repository.update(id, { ...change, updatedAt: ctx.clock() })
  const { status, proposedBy: proposed_by } = changed
  const data = { status, proposed_by, ...idsOfSides(changed), changed: ['metadata'] }
  ctx.append({ partnerId, type: 'introduction.changed', resourceId: id, data })
  return changed
}
