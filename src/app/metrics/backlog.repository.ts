import { sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'

/** What waits to be done. */
export interface Backlog {
  imports: number
  jobs: number
  deliveries: number
  events: number
  /** Of events, whose matches are still to be told. */
  alerts: number
}

/** No number above this is told: counting on would cost more than it says. */
export const MOST_COUNTED = 100_000

export async function readBacklog(db: Queryable, now: Date): Promise<Backlog> {
  const { rows } = await db.execute<Record<keyof Backlog, number>>(sql`
    select
      (select count(*) from (select from imports where state in ('queued', 'running') limit ${MOST_COUNTED}) one)::int as imports,
      (select count(*) from (select from graphile_worker._private_jobs limit ${MOST_COUNTED}) one)::int as jobs,
      (select count(*) from (
        select from webhook_deliveries where next_attempt_at <= ${now.toISOString()}::timestamptz
        limit ${MOST_COUNTED}) one)::int as deliveries,
      (select count(*) from (
        select from events where xid >= (select to_xid from event_numbering) limit ${MOST_COUNTED}) one)::int as events,
      (select least(${MOST_COUNTED}, last_position - position) from event_numbering, match_alert_progress)::int as alerts`)
  return rows[0] ?? { imports: 0, jobs: 0, deliveries: 0, events: 0, alerts: 0 }
}
