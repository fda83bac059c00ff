import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from './database.ts'

/** Counts the rows of a query up to `most`, to limit the cost. */
export async function countUpTo(db: Queryable, query: SQL, most: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${query} limit ${most}) counted`,
  )
  return rows[0]?.count ?? 0
}
