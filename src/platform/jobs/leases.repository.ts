import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/index.ts'

export interface LeasesRepository {
  /**
   * Takes an expired lease, or extends the holder's own, for `ms` milliseconds by the database's clock.
   * Returns true if the holder has it now.
   */
  take(name: string, holder: string, ms: number): Promise<boolean>
  /** Ends the holder's lease. */
  give(name: string, holder: string): Promise<void>
}

export function createLeasesRepository(db: Queryable): LeasesRepository {
  return {
    async take(name, holder, ms) {
      const { rowCount } = await db.execute(sql`
        insert into leases as held (name, holder, ends_at)
        values (${name}, ${holder}, now() + ${ms} * interval '1 millisecond')
        on conflict (name) do update set holder = excluded.holder, ends_at = excluded.ends_at
        where held.holder = excluded.holder or held.ends_at < now()`)
      return rowCount === 1
    },
    async give(name, holder) {
      await db.execute(sql`delete from leases where name = ${name} and holder = ${holder}`)
    },
  }
}
