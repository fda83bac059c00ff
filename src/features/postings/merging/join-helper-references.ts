import type { WriteContext } from '../../../platform/events/index.ts'
import type { HelperId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import { mergeBlocked } from './merge-records.ts'
import { createNamedHelpersRepository } from './named-helpers.repository.ts'

/**
 * Replaces the ended helper with the kept one in organizations: in the one that is linked to it, and in those of any partner
 * that block or know it. Throws `merge_blocked` if both helpers are linked to an organization.
 */
export async function joinHelperReferences(
  ctx: WriteContext,
  { from, into }: { from: HelperId; into: HelperId },
): Promise<{ blocks: number; connections: number }> {
  const now = ctx.clock()
  const repository = createNamedHelpersRepository(ctx.db)
  await repository.lock(ctx.actor.partnerId, from, into)
  const linked = await repository.linkedTo(ctx.actor.partnerId, [from, into])
  if (linked.length > 1)
    throw mergeBlocked(
      'Both records are the helper of an organization. Remove helper_id of one of the organizations first.',
      linked.map(({ id }) => ({
        pointer: '/from_id',
        code: 'both_linked',
        messages: [message('fault_names_helper', { id, helper: null })],
      })),
    )
  for (const { id } of await repository.link(ctx.actor.partnerId, from, into, now))
    ctx.append({
      partnerId: ctx.actor.partnerId,
      type: 'organization.changed',
      resourceId: id,
      data: { changed: ['helper_id'] },
    })
  const { naming, blocks, connections } = await repository.move(from, into, now)
  for (const { partnerId, id, changed } of naming)
    ctx.append({ partnerId, type: 'organization.changed', resourceId: id, data: { changed } })
  return { blocks, connections }
}
