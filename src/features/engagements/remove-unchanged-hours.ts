import type { WriteContext } from '../../platform/events/index.ts'
import { isId } from '../../shared/ids.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import type { Followed } from '../postings/index.ts'
import { createHoursRepository, type HoursId } from './hours.repository.ts'
import { notifyHours } from './notify-engagement.ts'

/**
 * Withdraws hours that are unchanged since they were logged and that nobody has answered: either all of them or none.
 * Returns why some have to stay; empty if all were withdrawn.
 */
export async function removeUnchangedHours(
  ctx: WriteContext,
  { ids: given, most }: { ids: readonly string[]; most: number },
): Promise<Followed[]> {
  const ids = given.filter((id): id is HoursId => isId('hours', id))
  const repository = createHoursRepository(ctx.db)
  const found = await repository.lockOfPartner(ctx.actor.partnerId, ids)
  const byId = new Map(found.map((one) => [one.entry.id, one]))
  const followed = ids.flatMap((id): Followed[] => {
    const entry = byId.get(id)?.entry
    if (!entry) return [{ id, code: 'removed' }]
    if (entry.status !== 'logged') return [{ id, code: 'answered' }]
    return entry.version > 1 ? [{ id, code: 'changed' }] : []
  })
  if (followed.length > 0) return followed.slice(0, most)
  await repository.removeAll(found.map(({ entry }) => entry))
  await forEachSliced(found, ({ entry, engagement }) => notifyHours(ctx, engagement, entry, 'withdrawn'))
  return []
}
