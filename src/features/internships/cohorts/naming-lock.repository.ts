import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { PartnerId } from '../../../shared/ids.ts'

const ALL_OFFICES = 'cohorts'

/**
 * Keeps merges apart from transactions that write cohorts or their choices. A row that another transaction has not committed
 * yet can't be found and locked, so a merge would miss it. Both sides take this lock first, before any row.
 */
export function createNamingLock(db: Queryable) {
  const nameOf = (partnerId: PartnerId) => `cohorts ${partnerId}`
  return {
    /** Taken by writers of an office's cohorts. They don't wait for each other. */
    async lockToName(partnerId: PartnerId): Promise<void> {
      await db.execute(sql`
        select pg_advisory_xact_lock_shared(hashtextextended(name, 0))
        from unnest(array[${ALL_OFFICES}, ${nameOf(partnerId)}]) as name`)
    },

    /** Waits for all writers of the office's cohorts, and blocks further ones until the transaction ends. */
    lockAgainstNaming: (partnerId: PartnerId) => lockAlone(nameOf(partnerId)),

    /** The same for all offices, since any office may name an organization. */
    lockAgainstNamingByAny: () => lockAlone(ALL_OFFICES),
  }

  async function lockAlone(name: string): Promise<void> {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
  }
}
