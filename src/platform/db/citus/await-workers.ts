import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

const LOOK_AGAIN_MS = 5

type Node = { node: string; failure: string | null; pending: string[] | null }

/**
 * Waits until the workers show whatever the coordinator had committed when this was called. Citus commits on the coordinator first, so
 * its rows, which events are among, can be seen a moment before those that were written with them on workers. Elsewhere all rows of a
 * transaction are seen at once, and this does nothing. Throws where a worker does not answer.
 */
export async function awaitWorkers(db: Queryable): Promise<void> {
  if (!db.isDistributed) return
  for (let open = await pendingCommits(db); open.size > 0; ) {
    await setTimeout(LOOK_AGAIN_MS)
    // What has been committed meanwhile is not waited for: there may always be some.
    open = open.intersection(await pendingCommits(db))
  }
}

/**
 * Transactions that are committed here and still prepared on a worker. Citus notes each with the coordinator's commit and keeps the note until
 * the worker has committed too, also over crashes. The workers are asked behind the moment as of which the notes are read.
 */
async function pendingCommits(db: Queryable): Promise<Set<string>> {
  const { rows } = await db.execute<Node>(sql`
    with asked as materialized (
      select nodename || ':' || nodeport as node, success, result from run_command_on_workers(
        $$ select coalesce(json_agg(gid), '[]') from pg_prepared_xacts where database = current_database() and gid like 'citus%' $$))
    select node, case when not success then result end as failure, case when success then array(
      select gid from json_array_elements_text(case when success then result::json else '[]' end) as gid
      where gid in (select t.gid from pg_dist_transaction t)) end as pending
    from asked`)
  const failed = rows.find(({ failure }) => failure !== null)
  if (failed) throw new Error(`The worker ${failed.node} of Citus does not answer: ${failed.failure}`)
  return new Set(rows.flatMap(({ pending }) => pending ?? []))
}
