import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { createJoinOffersRepository, type OfferOfHelper } from './join-offers.repository.ts'
import { notifyIntroduction, notifyMoved } from './sides.ts'
import { recountAnswers } from './track-records.repository.ts'

/**
 * Moves the introductions of one of the caller's offers to another of the same person. If both have an open one with the
 * same need, the moved one is withdrawn; if one of them is accepted, the open one is withdrawn. Throws `merge_blocked` if
 * the same need accepted both. Returns how many moved.
 */
export async function joinOffers(
  ctx: WriteContext,
  { from, into }: { from: OfferOfHelper; into: OfferOfHelper },
): Promise<number> {
  const { partnerId } = ctx.actor
  const now = ctx.clock()
  const repository = createJoinOffersRepository(ctx.db, partnerId)
  const losers = introductionsToEnd(await repository.lock(from, into), into)
  for (const row of await repository.withdraw(losers, now)) notifyIntroduction(ctx, row, 'withdrawn')
  const moved = await repository.move(from, into, now)
  notifyMoved(ctx, moved, ['offer_id', 'helper_id'])
  await recountAnswers(ctx.db, [{ partnerId, id: into.helperId }])
  return moved.length
}

/** Returns the introductions that must end. Several accepted ones of one need and one offer are about different sessions. */
function introductionsToEnd(rows: readonly IntroductionRow[], into: OfferOfHelper): IntroductionRow['id'][] {
  const openOrAccepted = rows.filter(({ status }) => status === 'proposed' || status === 'accepted')
  const keptByNeed = Map.groupBy(
    openOrAccepted.filter(({ helperId }) => helperId === into.helperId),
    ({ needId }) => needId,
  )
  const pairs = openOrAccepted
    .filter(({ helperId }) => helperId !== into.helperId)
    .flatMap((moved) => (keptByNeed.get(moved.needId) ?? []).map((kept) => ({ kept, moved })))
  const blocked = pairs.filter(({ kept, moved }) => kept.status === 'accepted' && moved.status === 'accepted')
  if (blocked.length > 0)
    throw new DomainError(
      'merge_blocked',
      'Both records were accepted by the same need, so both have work with it. Keep both records. See errors for the introductions.',
      blocked.map(({ kept, moved }) => ({
        pointer: '/from_id',
        code: 'both_accepted',
        messages: [message('fault_both_accepted', { kept: kept.id, moved: moved.id, need: kept.needId })],
      })),
    )
  const losers = pairs.map(({ kept, moved }) => (moved.status === 'accepted' ? kept.id : moved.id))
  return [...new Set(losers)]
}
