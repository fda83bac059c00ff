import { sql } from 'drizzle-orm'
import { countUpTo, type Queryable } from '../db/index.ts'

/** Jobs in the queue, up to `most`. The view is graphile-worker's public one; its tables are private. */
export function countJobs(db: Queryable, most: number): Promise<number> {
  return countUpTo(db, sql`select from graphile_worker.jobs`, most)
}
