import { type Database, isDatabaseAway } from '../../../platform/db/index.ts'
import type { AnsweredRequest } from '../../../platform/http/index.ts'
import { createCounts } from '../../../shared/counts.ts'
import { newId, type PartnerId } from '../../../shared/ids.ts'
import { createRequestsRepository } from './requests.repository.ts'
import { MOST_KEPT } from './requests.ts'

/** Most requests that wait in memory to be written. */
export const MOST_WAITING = 10_000
const AT_ONCE = 1000

export type RequestKeeper = ReturnType<typeof createRequestKeeper>

/**
 * Stores requests for their partners, independently of the requests: they wait in memory until `flush`. If too many wait, or
 * the database is unavailable for long, the oldest are dropped and counted.
 */
export function createRequestKeeper({ db }: { db: Database }) {
  const counts = createCounts(['kept', 'dropped'])
  const waiting: AnsweredRequest[] = []
  const written = new Set<PartnerId>()
  let flushing: Promise<void> | null = null

  function dropOldest(count: number) {
    for (const _ of waiting.splice(0, count)) counts.count('dropped')
  }

  async function write() {
    for (let batch = waiting.splice(0, AT_ONCE); batch.length > 0; batch = waiting.splice(0, AT_ONCE)) {
      try {
        const rows = batch.map((one) => ({ ...one, id: newId('request') }))
        await createRequestsRepository(db).insertMany(rows)
      } catch (error) {
        waiting.unshift(...batch)
        // The database would refuse them again.
        if (!isDatabaseAway(error)) dropOldest(batch.length)
        if (waiting.length > MOST_WAITING) dropOldest(waiting.length - MOST_WAITING)
        throw error
      }
      for (const { partnerId } of batch) {
        counts.count('kept')
        written.add(partnerId)
      }
    }
  }

  return {
    outcomes: {
      name: 'smartsource_requests_kept_total',
      help: 'Requests for the log of partners, kept or dropped',
      outcomes: counts.outcomes,
      onCount: counts.onCount,
    },

    keep(request: AnsweredRequest): void {
      waiting.push(request)
      if (waiting.length > MOST_WAITING) dropOldest(AT_ONCE)
    },

    /** Writes all waiting requests. */
    flush(): Promise<void> {
      flushing ??= write().finally(() => {
        flushing = null
      })
      return flushing
    },

    /** Removes the oldest requests of partners that got new ones and have too many. */
    async trim(): Promise<void> {
      for (const partnerId of written) {
        written.delete(partnerId)
        await createRequestsRepository(db).keepNewest(partnerId, MOST_KEPT)
      }
    },
  }
}
