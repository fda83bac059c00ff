import { sql } from 'drizzle-orm'
import { type Id, idToUuid, type PartnerId, uuidToId } from '../../shared/ids.ts'
import { awaitWorkers, countUpTo, type Queryable } from '../db/index.ts'
import type { EventData } from './event.ts'

/** Positions that were given together, both ends included. */
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
  /** No position up to this one will be given any more. */
  numberedTo: bigint
  /** Of all partners' events, those of lower positions have been removed; null where there is none. */
  oldestKept: bigint | null
}

export interface EventFilter {
  limit: number
  after?: bigint | undefined
  /** `need.posted`, or `need.*` for all of a kind. */
  types?: readonly string[] | undefined
}

/** The event is null where there is none. */
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
     * Gives the next events their positions, up to `limit`; null where none waits. Events are taken by windows of
     * transactions that have all ended, those that began after one which is still open wait for it; in a window they go
     * by `seq`. So nothing is placed behind what was placed before, and changes of one row, which the row's lock puts in
     * an order, are told in that order, even where the later change has the lower transaction id. One process at a time.
     */
    async number(limit: number): Promise<Positions | null> {
      // A statement of its own: the next one's snapshot must be younger than the lock.
      await db.execute(sql`select from event_numbering for update`)
      const { rows } = await db.execute<{ first: string; count: number; last: string }>(sql`
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
        select count(*)::int as count, min(position)::text as first, max(position)::text as last from next`)
      const [found] = rows
      if (!found || found.count === 0) return null
      // Who reads of a change must find it. The positions can be seen once this transaction ends.
      await awaitWorkers(db)
      return { first: BigInt(found.first), last: BigInt(found.last) }
    },

    /** Lets no event be numbered until the transaction ends, so that events deleted in it leave no position behind. */
    async hold(): Promise<void> {
      await db.execute(sql`select from event_numbering for update`)
    },

    /** Events that have no position yet, up to `most`. */
    countUnnumbered(most: number): Promise<number> {
      return countUpTo(db, sql`select from events where xid >= (select to_xid from event_numbering)`, most)
    },

    /** Whether events wait for a transaction that is still open, in whatever database of the server. */
    async isHeldUp(): Promise<boolean> {
      const { rows } = await db.execute<{ is_held_up: boolean }>(sql`
        select exists (select from events where xid >= (select to_xid from event_numbering)) as is_held_up`)
      return rows[0]?.is_held_up ?? false
    },

    async ofPartner(partnerId: PartnerId, { limit, after, types }: EventFilter): Promise<PartnerEvents> {
      const behind = after === undefined ? sql`` : sql`and p.position > ${String(after)}::bigint`
      const patterns = types?.map((type) => type.replaceAll('_', '\\_').replace('*', '%'))
      const ofTypes = patterns ? sql`and p.type like any(${sql.param(patterns)}::text[])` : sql``
      // One statement is one snapshot: all up to `numbered_to` can be seen by it.
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
