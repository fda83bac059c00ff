import type { WriteContext } from '../../src/platform/events/index.ts'
import { until } from './process.ts'
import type { Partner, TestService } from './service.ts'
import { writeAs } from './write-as.ts'

/** Begins a transaction of the partner. What it has written is committed once `commit` is called. */
export async function openTransaction(
  { services }: TestService,
  partner: Partner,
  work: (ctx: WriteContext) => Promise<unknown>,
): Promise<{ commit(): Promise<void> }> {
  const written = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const done = writeAs(services.runtime, partner.partnerId, async (ctx) => {
    await work(ctx)
    written.resolve()
    await held.promise
  })
  done.catch(written.reject)
  await written.promise
  return {
    async commit() {
      held.resolve()
      await done
    },
  }
}

/** Waits until so many transactions wait for a lock, or until `work` is done. */
export async function untilItWaits(
  { database }: TestService,
  work: Promise<unknown>,
  count = 1,
): Promise<void> {
  let isDone = false
  const end = () => {
    isDone = true
  }
  work.then(end, end)
  await until(async () => {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return isDone || rowCount === count
  })
}
