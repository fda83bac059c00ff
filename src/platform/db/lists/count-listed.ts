import { type SQL, sql } from 'drizzle-orm'
import { countUpTo } from '../count-up-to.ts'
import type { Queryable } from '../database.ts'

/** How many rows a list finds. If it is not exact, it is the most that is counted, or an estimate. */
export interface Counted {
  value: number
  isExact: boolean
}

/** Words that more rows have are not counted: an index finds all of them before the first is counted. */
const MOST_SEARCHED = 20_000

/** Counts rows up to `most`. Rows with frequent words are estimated. */
export async function countListed(
  db: Queryable,
  query: SQL,
  { most, isSearch }: { most: number; isSearch: boolean },
): Promise<Counted> {
  // Citus has no estimate of its own.
  if (isSearch && !db.isDistributed) {
    const estimated = await estimateRows(db, query)
    if (estimated > MOST_SEARCHED) return { value: estimated, isExact: false }
  }
  const counted = await countUpTo(db, query, most + 1)
  return { value: Math.min(counted, most), isExact: counted <= most }
}

/** What the statistics of Postgres say, to two digits. */
async function estimateRows(db: Queryable, query: SQL): Promise<number> {
  const { rows } = await db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) ${query}`,
  )
  return Number((rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0).toPrecision(2))
}
