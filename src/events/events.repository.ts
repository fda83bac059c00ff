import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/database.ts'
import { uuidToId } from '../shared/ids.ts'
import type { CommittedEvent } from './in-transaction.ts'

export interface EventsPage {
  events: CommittedEvent[]
  /** All transactions below this one have ended: a reader that has seen this page need not look behind it again. */
  horizon: bigint
}

export interface EventsRepository {
  /** The oldest transaction still open now. */
  horizon(): Promise<bigint>
  /** Events of transactions from `from` on, committed or not yet seen when `from` was the horizon. */
  since(from: bigint): Promise<EventsPage>
}

/** All null but the horizon where there is no event. */
type Row = { partner_id: string; id: string | null; resource_id: string; xid: string; horizon: string }

export function createEventsRepository(db: Queryable): EventsRepository {
  return {
    async horizon() {
      const { rows } = await db.execute<{ horizon: string }>(
        sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
      )
      return BigInt(rows[0]?.horizon ?? '0')
    },

    async since(from) {
      // One statement is one snapshot: the horizon and the rows belong together.
      const { rows } = await db.execute<Row>(sql`
        select e.partner_id, e.id, e.resource_id, e.xid::text as xid, h.horizon::text as horizon
        from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
        left join events e on e.xid >= ${String(from)}::xid8`)
      return {
        events: rows.flatMap((row) =>
          row.id === null
            ? []
            : [
                {
                  partnerId: uuidToId('partner', row.partner_id),
                  id: uuidToId('event', row.id),
                  resourceId: row.resource_id,
                  xid: BigInt(row.xid),
                },
              ],
        ),
        horizon: BigInt(rows[0]?.horizon ?? '0'),
      }
    },
  }
}
