import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { PartnerId } from '../../../shared/ids.ts'

/**
 * What names records that can be merged, without a foreign key: parties' lists of known and blocked parties, or cohorts with
 * their choices.
 */
type Naming = 'parties' | 'cohorts'

/**
 * Keeps merges apart from transactions that write such names. A row that another transaction has not committed yet can't be
 * found and locked, so a merge would miss it. Both sides take this lock first, before any row.
 */
export function createNamingLock(db: Queryable) {
  const keyOf = (naming: Naming, partnerId?: PartnerId) => (partnerId ? `${naming} ${partnerId}` : naming)
  return {
    /** Taken by a partner's writers. They don't wait for each other. */
    async lockToName(naming: Naming, partnerId: PartnerId): Promise<void> {
      await db.execute(sql`
        select pg_advisory_xact_lock_shared(hashtextextended(name, 0))
        from unnest(array[${keyOf(naming)}, ${keyOf(naming, partnerId)}]) as name`)
    },

    /** Waits for all writers, or those of one partner, and blocks further ones until the transaction ends. */
    async lockAgainstNaming(naming: Naming, partnerId?: PartnerId): Promise<void> {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(naming, partnerId)}, 0))`)
    },
  }
}
