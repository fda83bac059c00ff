import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/index.ts'

/** Requests of a key in a minute, counted since 1970 by the database's clock. */
export interface MinuteUse {
  key: string
  minute: number
  used: number
}

export interface RateCountsRepository {
  /** Adds to the requests of this minute and returns the new totals. */
  add(uses: ReadonlyMap<string, number>): Promise<MinuteUse[]>
  /** Removes past minutes. */
  removeOld(): Promise<void>
}

const thisMinute = sql`floor(extract(epoch from now()) / 60)::bigint`

export function createRateCountsRepository(db: Queryable): RateCountsRepository {
  return {
    async add(uses) {
      // Sorted, so that two processes that write the same rows never deadlock.
      const sorted = [...uses].sort(([a], [b]) => (a < b ? -1 : 1))
      const { rows } = await db.execute<{ key: string; minute: string; used: number }>(sql`
        insert into rate_counts as counted (minute, key, used)
        select ${thisMinute}, key, used from unnest(
          ${sql.param(sorted.map(([key]) => key))}::text[],
          ${sql.param(sorted.map(([, used]) => used))}::int[]) given (key, used)
        on conflict (minute, key) do update set used = counted.used + excluded.used
        returning key, minute::text, used`)
      return rows.map(({ key, minute, used }) => ({ key, minute: Number(minute), used }))
    },
    async removeOld() {
      await db.execute(sql`delete from rate_counts where minute < ${thisMinute} - 1`)
    },
  }
}
