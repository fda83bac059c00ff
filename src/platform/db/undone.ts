import { sql } from 'drizzle-orm'
import type { Queryable } from './database.ts'

/** Runs `work` within an open transaction and takes back all that it wrote: what it returns is what would happen. */
export async function undone<T>(db: Queryable, work: () => Promise<T>): Promise<T> {
  await db.execute(sql`savepoint undone`)
  const result = await work()
  await db.execute(sql`rollback to savepoint undone`)
  return result
}
