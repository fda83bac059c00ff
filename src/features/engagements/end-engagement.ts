import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import {
  addToTracks,
  notifyBoth,
  notifyReranked,
  otherSide,
  partyOf,
  type Side,
} from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EndReason } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { findActive, speakingSide } from './find-engagement.ts'

/**
 * Says for one side that the work is done; once both have, it is completed, and counts for both. Throws as `findActive`
 * and `speakingSide` do.
 */
export async function complete(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: EngagementId,
  given: Side | undefined,
): Promise<EngagementRow> {
  const row = await findActive(tx.db, partnerId, id)
  const side = speakingSide(row, partnerId, given)
  if (row.doneBy.includes(side)) return row
  const repository = createEngagementsRepository(tx.db)
  const now = deps.clock()
  const doneBy = [...row.doneBy, side]
  if (doneBy.length < 2) {
    notifyBoth(tx, row, 'engagement.done_by_one')
    return repository.update(id, { doneBy, updatedAt: now })
  }
  const completed = await repository.update(id, { doneBy, state: 'completed', endedAt: now, updatedAt: now })
  const parties = [partyOf(row, 'need'), partyOf(row, 'offer')]
  await addToTracks(
    tx.db,
    parties.map((party) => ({ ...party, completed: 1 })),
  )
  for (const party of parties) notifyReranked(tx, party)
  notifyBoth(tx, row, 'engagement.completed')
  return completed
}

/** Ends the work before it is done. Whose word was broken is told by the reason. Throws as `complete` does. */
export async function endEarly(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: EngagementId,
  input: { side?: Side | undefined; reason: EndReason },
): Promise<EngagementRow> {
  const row = await findActive(tx.db, partnerId, id)
  const side = speakingSide(row, partnerId, input.side)
  const now = deps.clock()
  const ended = await createEngagementsRepository(tx.db).update(id, {
    state: 'ended_early',
    endedBy: side,
    endReason: input.reason,
    endedAt: now,
    updatedAt: now,
  })
  const breaker = breakerOf(side, input.reason)
  if (breaker) {
    const party = partyOf(row, breaker)
    await addToTracks(tx.db, [{ ...party, broken: 1 }])
    notifyReranked(tx, party)
  }
  notifyBoth(tx, row, 'engagement.ended_early')
  return ended
}

/** Nobody where both agreed or the work itself went away; the silent side; else the side that ends it. */
function breakerOf(endedBy: Side, reason: EndReason): Side | null {
  switch (reason) {
    case 'agreed':
    case 'work_changed':
      return null
    case 'other_side_stopped_answering':
      return otherSide(endedBy)
    case 'no_time':
    case 'skills_do_not_fit':
    case 'other':
      return endedBy
  }
}
