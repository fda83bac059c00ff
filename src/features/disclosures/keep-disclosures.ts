import type { InTransaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DAY_MS, utcDay } from '../../shared/time.ts'
import { createDisclosuresRepository } from './disclosures.repository.ts'

/** Maximum number of rows that one transaction merges or removes. */
const BATCH_SIZE = 5000

/**
 * Merges log entries of the previous version into one row per day, and removes rows older than `days`. Safe to run in any
 * process, any number of times.
 */
export async function keepDisclosures(
  inTransaction: InTransaction,
  { clock, days }: { clock: Clock; days: number },
): Promise<void> {
  await inBatches(() => inTransaction(({ db }) => createDisclosuresRepository(db).gather(BATCH_SIZE)))
  const firstDay = utcDay(new Date(clock().getTime() - days * DAY_MS))
  await inBatches(() =>
    inTransaction(({ db }) => createDisclosuresRepository(db).removeBefore(firstDay, BATCH_SIZE)),
  )
}

async function inBatches(work: () => Promise<number>): Promise<void> {
  for (let count = BATCH_SIZE; count === BATCH_SIZE; ) count = await work()
}
