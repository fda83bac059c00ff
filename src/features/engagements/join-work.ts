import type { WriteContext } from '../../platform/events/index.ts'
import { fieldOfParty, type JoinedParties } from '../introductions/index.ts'
import { createJoinWorkRepository } from './join-parties.repository.ts'
import { notifyEngagement } from './notify-engagement.ts'

/**
 * Moves the work of one of the caller's parties to another, with hours and retrospectives. Returns how many engagements
 * moved.
 */
export async function joinWork(ctx: WriteContext, joined: JoinedParties): Promise<number> {
  const moved = await createJoinWorkRepository(ctx.db, ctx.actor.partnerId).move(joined, ctx.clock())
  for (const row of moved)
    notifyEngagement(ctx, row, { type: 'engagement.changed', changed: [fieldOfParty(joined)] })
  return moved.length
}
