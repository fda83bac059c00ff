import { sql } from 'drizzle-orm'
import { countUpTo, type Queryable } from '../db/index.ts'

/** Counts jobs in the queue, up to `most`. Uses graphile-worker's public view; its tables are private. */
export function countJobs(db: Queryable, most: number): Promise<number> {
  return countUpTo(db, sql`select 1 from graphile_worker.jobs`, most)
}
