import type { InTransaction, Transaction } from '../../platform/events/index.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { otherSide, partyOf, tellBoth, tellReranked } from './sides.ts'
import { addToTracks, type Counts, type Party } from './track-records.repository.ts'

/** So many are ended in one transaction. */
const AT_ONCE = 500

/**
 * Ends all introductions that nobody answered in time: the side that was asked has ignored one more. Safe to run
 * anywhere, any number of times, and after any downtime.
 */
export async function expireIntroductions(inTransaction: InTransaction, now: () => Date): Promise<number> {
  let ended = 0
  for (let count = AT_ONCE; count === AT_ONCE; ended += count)
    count = await inTransaction((tx) => endOverdue(tx, now()))
  return ended
}

/** The same of one need and one helper, or of all, within a transaction. Returns how many. */
export async function endOverdue(
  tx: Transaction,
  now: Date,
  among?: Pick<IntroductionRow, 'needPartnerId' | 'needId' | 'offerPartnerId' | 'helperId'>,
): Promise<number> {
  const rows = await createIntroductionsRepository(tx.db).expire(now, AT_ONCE, among)
  const ignored = new Map<string, Party & Counts>()
  for (const row of rows) {
    const party = partyOf(row, otherSide(row.proposedBy))
    const before = ignored.get(party.id)?.introductionsIgnored ?? 0
    ignored.set(party.id, { ...party, introductionsIgnored: before + 1 })
    tellBoth(tx, row, 'introduction.expired')
  }
  await addToTracks(tx.db, [...ignored.values()])
  for (const party of ignored.values()) tellReranked(tx, party)
  return rows.length
}
