import type { WriteContext } from '../../platform/events/index.ts'
import { createJoinPartiesRepository, type JoinedParties, type PartyPair } from './join-parties.repository.ts'
import { notifyMoved } from './sides.ts'
import { recountAnswers } from './track-records.repository.ts'

/** Locks the introductions of a party that is about to be merged, in order of id. */
export async function lockIntroductions(ctx: WriteContext, joined: JoinedParties): Promise<void> {
  await createJoinPartiesRepository(ctx.db, ctx.actor.partnerId).lock(joined)
}

/** Finds the caller's open and accepted introductions between the organization and the helper of these pairs. */
export async function findOpenOrAcceptedBetween(ctx: WriteContext, pairs: readonly PartyPair[]) {
  if (pairs.length === 0) return []
  return createJoinPartiesRepository(ctx.db, ctx.actor.partnerId).openOrAcceptedBetween(pairs)
}

/**
 * Moves the introductions of one of the caller's parties to another. Needs and offers keep their ids, so no two
 * introductions get the same pair. Returns how many moved.
 */
export async function joinIntroductions(ctx: WriteContext, joined: JoinedParties): Promise<number> {
  const { partnerId } = ctx.actor
  const moved = await createJoinPartiesRepository(ctx.db, partnerId).move(joined, ctx.clock())
  notifyMoved(ctx, moved, [fieldOfParty(joined)])
  await recountAnswers(ctx.db, [{ partnerId, id: joined.into }])
  return moved.length
}

/** Returns the field that names the party in records of its side. */
export function fieldOfParty({ side }: JoinedParties): 'helper_id' | 'organization_id' {
  return side === 'offer' ? 'helper_id' : 'organization_id'
}
