import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

const LOOK_AGAIN_MS = 5

type Node = { node: string; failure: string | null; pending: string[] | null }

/**
 * Waits until the workers show everything that the coordinator had committed when this was called. Citus
 * commits on the coordinator first, so its rows (events among them) are visible a moment before the rows
 * written with them on workers. Without Citus, all rows of a transaction become visible together, and this
 * does nothing. Throws if a worker does not respond.
 */
export async function awaitWorkers(db: Queryable): Promise<void> {
  if (!db.isDistributed) return
  for (let open = await pendingCommits(db); open.size > 0; ) {
    await setTimeout(LOOK_AGAIN_MS)
    // Ignores later commits, of which there may always be more.
    open = open.intersection(await pendingCommits(db))
  }
}

/**
 * Returns the transactions that are committed on the coordinator and still prepared on a worker. Citus
 * records each with the coordinator's commit and keeps the record until the worker has committed too, even
 * after a crash. The workers are queried after the snapshot of these records.
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
