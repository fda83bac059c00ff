import { sql } from 'drizzle-orm'
import { type Id, idToUuid, type PartnerId, uuidToId } from '../../shared/ids.ts'
import { awaitWorkers, countUpTo, type Queryable, runNamed } from '../db/index.ts'
import type { EventData } from './event.ts'

/** Positions that were assigned together, both ends included. */
export interface Positions {
  first: bigint
  last: bigint
}

export interface PartnerEvent {
  id: Id<'event'>
  type: string
  resourceId: string
  occurredAt: Date
  data: EventData | null
  position: bigint
}

/** One page of a partner's events. */
export interface PartnerEvents {
  events: PartnerEvent[]
  /** No further event will get a position up to this one. */
  numberedTo: bigint
  /** Events with lower positions, of all partners, have been removed. Null if there are no events. */
  oldestKept: bigint | null
}

export interface EventFilter {
  limit: number
  after?: bigint | undefined
  /** `need.posted`, or `need.*` for all of a kind. */
  types?: readonly string[] | undefined
}

/** The event is null if there is none. */
type ReadRow = {
  numbered_to: string
  oldest_kept: string | null
  id: string | null
  type: string
  resource_id: string
  occurred_at: string | Date
  data: EventData | null
  position: string
}

export function createEventPositionsRepository(db: Queryable) {
  return {
    /**
     * Assigns positions to the next events, up to `limit`. Returns null if there are none. Events are
     * numbered in windows of transactions that have all ended; transactions that began after one that is
     * still open wait for it. Within a window the order is `seq`. So no event is placed before one that
     * already has a position, and changes of one row, which its lock puts in order, keep that order even if
     * the later change has the lower transaction id. One process at a time.
     */
    async number(limit: number): Promise<Positions | null> {
      // A separate statement, because the next one's snapshot must be taken after the lock.
      await runNamed(db, 'lock_event_numbering', sql`select from event_numbering for update`)
      const { rows } = await runNamed<{ first: string; count: number; last: string }>(
        db,
        'number_events',
        sql`
        with kept as (select * from event_numbering),
        bounds as materialized (
          select from_xid, last_position,
            case when from_xid = to_xid then pg_snapshot_xmin((select event_snapshot())) else to_xid end as to_xid,
            case when from_xid = to_xid then 0 else after_seq end as after_seq
          from kept),
        next as materialized (
          select partner_id, id, type, seq, last_position + row_number() over (order by seq) as position
          from events cross join bounds
          where xid >= (select from_xid from bounds) and xid < (select to_xid from bounds) and seq > after_seq
          order by seq limit ${limit}),
        numbered as (
          insert into event_positions (partner_id, position, event_id, type)
          select partner_id, position, id, type from next),
        noted as (
          update event_numbering set
            from_xid = case when (select count(*) from next) < ${limit} then bounds.to_xid else bounds.from_xid end,
            to_xid = bounds.to_xid,
            after_seq = coalesce((select max(seq) from next), bounds.after_seq),
            last_position = coalesce((select max(position) from next), bounds.last_position)
          -- A window that the last round has emptied is closed by an empty one.
          from bounds where exists (select from next) or event_numbering.from_xid <> event_numbering.to_xid)
        select count(*)::int as count, min(position)::text as first, max(position)::text as last from next`,
      )
      const [found] = rows
      if (!found || found.count === 0) return null
      // Readers of an event must find its change. The positions become visible when this transaction ends.
      await awaitWorkers(db)
      return { first: BigInt(found.first), last: BigInt(found.last) }
    },

    /**
     * Prevents numbering until the transaction ends, so that events deleted in it leave no position behind.
     */
    async hold(): Promise<void> {
      await db.execute(sql`select from event_numbering for update`)
    },

    /** Counts events without a position, up to `most`. */
    countUnnumbered(most: number): Promise<number> {
      return countUpTo(db, sql`select 1 from events where xid >= (select to_xid from event_numbering)`, most)
    },

    /** Returns whether events wait for an open transaction, in any database of the server. */
    async isHeldUp(): Promise<boolean> {
      const { rows } = await runNamed<{ is_held_up: boolean }>(
        db,
        'are_events_held_up',
        sql`select exists (select from events where xid >= (select to_xid from event_numbering)) as is_held_up`,
      )
      return rows[0]?.is_held_up ?? false
    },

    async ofPartner(partnerId: PartnerId, { limit, after, types }: EventFilter): Promise<PartnerEvents> {
      const behind = after === undefined ? sql`` : sql`and p.position > ${String(after)}::bigint`
      const patterns = types?.map((type) => type.replaceAll('_', '\\_').replace('*', '%'))
      const ofTypes = patterns ? sql`and p.type like any(${sql.param(patterns)}::text[])` : sql``
      // One statement has one snapshot, so everything up to `numbered_to` is visible to it.
      const { rows } = await db.execute<ReadRow>(sql`
        select last_position::text as numbered_to,
          (select position from event_positions order by position limit 1)::text as oldest_kept,
          e.id, e.type, e.resource_id, e.occurred_at, e.data, p.position::text as position
        from event_numbering left join (
          select * from event_positions p
          where p.partner_id = ${idToUuid(partnerId)} and p.type not like '%.reranked' ${behind} ${ofTypes}
          order by p.partner_id, p.position limit ${limit}) p on true
        left join events e on e.partner_id = p.partner_id and e.id = p.event_id
        order by p.position`)
      return {
        events: rows.flatMap((row) => (row.id === null ? [] : [eventOf({ ...row, id: row.id })])),
        numberedTo: BigInt(rows[0]?.numbered_to ?? 0),
        oldestKept: rows[0]?.oldest_kept ? BigInt(rows[0].oldest_kept) : null,
      }
    },
  }
}

function eventOf(row: ReadRow & { id: string }): PartnerEvent {
  return {
    id: uuidToId('event', row.id),
    type: row.type,
    resourceId: row.resource_id,
    occurredAt: new Date(row.occurred_at),
    data: row.data,
    position: BigInt(row.position),
  }
}
