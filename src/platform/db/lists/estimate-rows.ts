import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

/** How many rows a query finds, as the statistics of Postgres say. */
export async function estimateRows(db: Queryable, query: SQL): Promise<number> {
  const { rows } = await db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) ${query}`,
  )
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}
