import type { WriteContext } from '../../platform/events/index.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { changedEvent } from './sprint-event.ts'
import { createSprintsRepository } from './sprints.repository.ts'

/** Moves the sprints of one of the caller's organizations to another. Returns how many moved. */
export async function joinSprints(
  ctx: WriteContext,
  joined: { from: OrganizationId; into: OrganizationId },
): Promise<number> {
  const repository = createSprintsRepository(ctx.db)
  const moved = await repository.joinOrganizations(ctx.actor.partnerId, joined, ctx.clock())
  for (const row of moved) ctx.append(changedEvent(row, ['organization_id']))
  return moved.length
}
