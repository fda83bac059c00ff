import type { WriteContext } from '../../../platform/events/index.ts'
import { createIdempotencyRepository } from '../../../platform/http/index.ts'
import type { Id, IdPrefix } from '../../../shared/ids.ts'
import type { PostedName } from '../posting-definition.ts'
import { isMergeable } from './explain-merged.ts'
import { createMergedRecordsRepository } from './merged-records.repository.ts'

/** Erases what is left of records that were merged into this one: their external ids and stored answers. */
export async function eraseMerged(
  { actor: { partnerId }, db }: WriteContext,
  name: PostedName,
  keptId: Id<IdPrefix>,
): Promise<void> {
  if (!isMergeable(name)) return
  const repository = createMergedRecordsRepository(db, name)
  const merged = await repository.into(partnerId, keptId)
  if (merged.length === 0) return
  await repository.eraseInto(partnerId, keptId)
  const held = merged.map(({ id }) => ({ partnerId, resourceId: id }))
  await createIdempotencyRepository(db).removeOfAll(held)
}
