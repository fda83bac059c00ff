import type { InTransaction } from '../../../platform/events/index.ts'
import { DAY_MS } from '../../../shared/time.ts'
import { createDeliveriesRepository } from './deliveries.repository.ts'

const AT_ONCE = 5000
const KEPT_MS = 30 * DAY_MS

/** Removes deliveries that ended 30 days ago, with their attempts, in batches. */
export async function removeOldDeliveries(inTransaction: InTransaction, clock: () => Date): Promise<void> {
  const moment = new Date(clock().getTime() - KEPT_MS)
  for (let count = AT_ONCE; count === AT_ONCE; )
    count = await inTransaction(({ db }) => createDeliveriesRepository(db).removeOlderThan(moment, AT_ONCE))
}
