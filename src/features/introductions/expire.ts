import type { InTransaction, JobContext } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createIntroductionsRepository, type ExpiringAmong } from './introductions.repository.ts'
import { notifyIntroduction, notifyReranked, otherSide, partyOf } from './sides.ts'
import { recountAnswers } from './track-records.repository.ts'

/** Maximum number of introductions that one transaction ends. */
const BATCH_SIZE = 500

/**
 * Ends every introduction that was not answered in time. It counts as ignored by the side that was asked, if that side had
 * long enough to answer. Safe to run in any process, any number of times, and after any downtime. Returns how many it ended.
 * `sandbox` restricts it to one sandbox, whose clock may be ahead.
 */
export async function expireIntroductions(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox?: PartnerId,
): Promise<number> {
  let ended = 0
  for (let count = BATCH_SIZE; count === BATCH_SIZE; ended += count)
    count = await inTransaction((tx) =>
      endOverdue({ ...tx, clock }, sandbox === undefined ? {} : { sandbox }),
    )
  return ended
}

/** Ends overdue introductions, optionally restricted by `among`. Returns how many. */
export async function endOverdue(ctx: JobContext, among: ExpiringAmong): Promise<number> {
  const rows = await createIntroductionsRepository(ctx.db).expire(ctx.clock(), BATCH_SIZE, among)
  const asked = new Map(
    rows.map((row) => partyOf(row, otherSide(row.proposedBy))).map((one) => [one.id, one]),
  )
  await recountAnswers(ctx.db, [...asked.values()])
  for (const row of rows) notifyIntroduction(ctx, row, 'expired')
  for (const party of asked.values()) notifyReranked(ctx, party)
  return rows.length
}
