import { DAY_MS } from '../../shared/time.ts'
import { createEventsRepository, EVENT_DAYS } from './events.repository.ts'
import type { InTransaction } from './in-transaction.ts'

const AT_ONCE = 5000

/** Removes events older than the time for which they can be read, in batches. */
export async function removeOldEvents(inTransaction: InTransaction, clock: () => Date): Promise<void> {
  const moment = new Date(clock().getTime() - EVENT_DAYS * DAY_MS)
  for (let count = AT_ONCE; count === AT_ONCE; )
    count = await inTransaction(({ db }) => createEventsRepository(db).removeOlderThan(moment, AT_ONCE))
}
