import { sql } from 'drizzle-orm'
import type { Queryable } from './database.ts'

/**
 * Runs `work` within an open transaction, rolls back everything that it wrote, and returns its result: what
 * would happen.
 */
export async function runAndRollBack<T>(db: Queryable, work: () => Promise<T>): Promise<T> {
  await db.execute(sql`savepoint undone`)
  const result = await work()
  await db.execute(sql`rollback to savepoint undone`)
  return result
}
