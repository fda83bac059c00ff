import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

/** Estimates the number of rows of a query from the statistics of Postgres. */
export async function estimateRows(db: Queryable, query: SQL): Promise<number> {
  const { rows } = await db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) ${query}`,
  )
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}
