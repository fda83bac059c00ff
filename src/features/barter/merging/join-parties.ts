import { violatedConstraint } from '../../../platform/db/index.ts'
import type { WriteContext } from '../../../platform/events/index.ts'
import { message } from '../../../shared/messages/index.ts'
import type { JoinedParties } from '../../introductions/index.ts'
import type { PartyId } from '../../matches/index.ts'
import { mergeBlocked } from '../../postings/index.ts'
import { notifyPartyChange } from '../rings/propose-ring.ts'
import { createRingsRepository } from '../rings/rings.repository.ts'
import type { RingRow } from '../rings/rings.table.ts'
import { createJoinBarterRepository } from './join-parties.repository.ts'

/** Locks the rings of parties that are about to be merged. Answers to a ring and bookings of its hours lock it first too. */
export async function lockRingsOf(ctx: WriteContext, ids: readonly PartyId[]): Promise<void> {
  await createJoinBarterRepository(ctx.db, ctx.actor.partnerId).lockRings(ids)
}

/** Finds the caller's open and accepted rings that have a party of each of these two lists. */
export function findSharedRings(
  ctx: WriteContext,
  some: readonly PartyId[],
  others: readonly PartyId[],
): Promise<Pick<RingRow, 'id' | 'status'>[]> {
  return createJoinBarterRepository(ctx.db, ctx.actor.partnerId).ringsWithBoth(some, others)
}

/**
 * Moves the rings and the time credits of one of the caller's parties to another. Throws `merge_blocked` if the two together
 * owe more than the kept party may.
 */
export async function joinBarter(
  ctx: WriteContext,
  joined: JoinedParties,
): Promise<{ rings: number; credit_entries: number }> {
  const repository = createJoinBarterRepository(ctx.db, ctx.actor.partnerId)
  const moved = await repository.moveRings(joined, ctx.clock())
  for (const ring of await createRingsRepository(ctx.db).findAll(moved)) notifyPartyChange(ctx, ring)
  try {
    return { rings: moved.length, credit_entries: await repository.joinAccounts(joined) }
  } catch (error) {
    if (violatedConstraint(error) !== 'credit_accounts_limit') throw error
    throw mergeBlocked('Together the two records owe more hours than the kept record may. See errors.', [
      {
        pointer: '/from_id',
        code: 'credit_limit',
        messages: [message('fault_raise_limit', { id: joined.into })],
      },
    ])
  }
}
