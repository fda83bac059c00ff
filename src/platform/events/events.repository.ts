import { sql } from 'drizzle-orm'
import { type Id, idToUuid, newId, type PartnerId, uuidToId } from '../../shared/ids.ts'
import { awaitWorkers, type Queryable, runNamed } from '../db/index.ts'
import type { CommittedEvent, Event } from './event.ts'

/**
 * The transactions whose events have been read, as a `pg_snapshot` (`xmin:xmax:xip,…`): all below xmax except
 * those listed, which were still open. Numbers are those of the event clock.
 */
export type Horizon = string

export interface EventsPage {
  events: CommittedEvent[]
  /** Horizon after this page. The next page begins there. */
  horizon: Horizon
  /** All transactions below this one had ended: their events are in this page or an earlier one. */
  oldestOpen: bigint
}

/**
 * More transactions than can lie between a backup and the end of the lost database: their positions may have
 * been read.
 */
const UNREAD_TRANSACTIONS = 2 ** 32

/** Channel that is notified after every commit with events. */
export const EVENTS_CHANNEL = 'smartsource_market'

/** Number of days for which events can be read. */
export const EVENT_DAYS = 90

export interface EventKey {
  partnerId: PartnerId
  id: Id<'event'>
}

export interface EventsRepository {
  /** Removes up to `limit` events older than `moment`. Returns how many were removed. */
  removeOlderThan(moment: Date, limit: number): Promise<number>
  /** Writes any number of events of the open transaction with one statement. */
  append(events: readonly Event[], occurredAt: Date): Promise<CommittedEvent[]>
  /** Makes all processes read what is committed. */
  notify(): Promise<void>
  /** Returns the horizon of everything committed so far. Rows that are read later include it. */
  horizon(): Promise<Horizon>
  /**
   * Returns all events committed outside this horizon, unordered, each in only one page. Rows that are read
   * later include their changes.
   */
  since(from: Horizon): Promise<EventsPage>
  /**
   * Returns the resources of all events committed outside this horizon, or null if there are more than
   * `most`.
   */
  resourcesSince(from: Horizon, most: number): Promise<Omit<CommittedEvent, 'xid'>[] | null>
  /** Identifies the database: its server with its history, and its number there. */
  database(): Promise<string>
  /** Returns the newest events, up to `limit`. */
  newest(limit: number): Promise<EventKey[]>
  /** Returns whether all these events exist, and at most `most` others were committed outside the horizon. */
  canFollow(from: Horizon, seen: readonly EventKey[], most: number): Promise<boolean>
  /**
   * Moves the event clock and the positions ahead of all existing events, if they are behind. Returns true if
   * it had to.
   */
  setClockAhead(): Promise<boolean>
}

/** All fields except the snapshot are null if there is no event. */
type Row = { partner_id: string; id: string | null; resource_id: string; xid: string; snapshot: string }

export function createEventsRepository(db: Queryable): EventsRepository {
  return {
    async append(appended, occurredAt) {
      const withIds = appended.map((event) => ({ ...event, id: newId('event') }))
      // Every write runs this, so it is a prepared statement.
      const { rows } = await db.$client.query<{ xid: string }>({
        name: 'append_events',
        text: `
          with written as (
            insert into events (partner_id, id, type, resource_id, data, occurred_at, xid)
            select *, $6::timestamptz, (select event_xid())
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[]))
          select event_xid()::text as xid`,
        values: [
          withIds.map(({ partnerId }) => idToUuid(partnerId)),
          withIds.map(({ id }) => idToUuid(id)),
          withIds.map(({ type }) => type),
          withIds.map(({ resourceId }) => resourceId),
          withIds.map(({ data }) => (data ? JSON.stringify(data) : null)),
          occurredAt.toISOString(),
        ],
      })
      const xid = BigInt(rows[0]?.xid ?? 0)
      return withIds.map(({ partnerId, id, resourceId }) => ({ partnerId, id, resourceId, xid }))
    },

    async notify() {
      await db.$client.query({
        name: 'notify_events',
        text: 'select pg_notify($1, $2)',
        values: [EVENTS_CHANNEL, ''],
      })
    },

    async removeOlderThan(moment, limit) {
      const { rowCount } = await db.execute(sql`
        with old as (
          delete from events where (partner_id, id) in (
            select partner_id, id from events where occurred_at < ${moment.toISOString()}::timestamptz
              -- The last one tells how far numbers have been given.
              and xid < (select xid from events order by xid desc limit 1)
            limit ${limit})
          returning partner_id, id),
        positions as (
          delete from event_positions p using old where p.partner_id = old.partner_id and p.event_id = old.id)
        select from old`)
      return rowCount ?? 0
    },

    async horizon() {
      const { rows } = await db.execute<{ snapshot: string; last: string }>(sql`
        select event_snapshot()::text as snapshot,
          coalesce((select xid from events order by xid desc limit 1), '0'::xid8)::text as last`)
      await awaitWorkers(db)
      const [row] = rows
      return row ? horizonOf(row.snapshot, BigInt(row.last) + 1n) : '1:1:'
    },

    async since(from) {
      // One statement has one snapshot, so it and the rows are consistent.
      const { rows } = await runNamed<Row>(
        db,
        'events_since',
        sql`
        select e.partner_id, e.id, e.resource_id, e.xid::text as xid, now.snapshot
        from (select event_snapshot()::text as snapshot) now
        left join events e on e.xid >= pg_snapshot_xmin(${from}::pg_snapshot)
          and not pg_visible_in_snapshot(e.xid, ${from}::pg_snapshot)`,
      )
      // The resources of the events are read next.
      if (rows[0]?.id) await awaitWorkers(db)
      const events = rows.flatMap((row) =>
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
      )
      let end = BigInt(from.split(':')[1] ?? '1')
      for (const { xid } of events) if (xid >= end) end = xid + 1n
      const horizon = horizonOf(rows[0]?.snapshot ?? from, end)
      return { events, horizon, oldestOpen: BigInt(horizon.split(':')[0] ?? '0') }
    },

    async resourcesSince(from, most) {
      // Every page of matches runs this, so it is a prepared statement.
      const { rows } = await db.$client.query<{ partner_id: string; id: string; resource_id: string }>({
        name: 'event_resources_since',
        text: `
          select partner_id, id, resource_id from events
          where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
          limit $2`,
        values: [from, most + 1],
      })
      if (rows.length > most) return null
      return rows.map((row) => ({
        partnerId: uuidToId('partner', row.partner_id),
        id: uuidToId('event', row.id),
        resourceId: row.resource_id,
      }))
    },

    async database() {
      // A server that was promoted, or restored to a point in time, has a new timeline.
      const { rows } = await db.execute<{ id: string }>(sql`
        select concat_ws('/', system_identifier, left(pg_walfile_name(pg_current_wal_lsn()), 8),
          (select oid from pg_database where datname = current_database())) as id
        from pg_control_system()`)
      return rows[0]?.id ?? ''
    },

    async newest(limit) {
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        select partner_id, id from events order by xid desc limit ${limit}`)
      return rows.map((row) => ({
        partnerId: uuidToId('partner', row.partner_id),
        id: uuidToId('event', row.id),
      }))
    },

    async canFollow(from, seen, most) {
      const { rows } = await db.execute<{ lost: boolean; is_far: boolean }>(sql`
        select exists (
          select from unnest(${sql.param(seen.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
            ${sql.param(seen.map(({ id }) => idToUuid(id)))}::uuid[]) as seen (partner_id, id)
          where not exists (select from events e where e.partner_id = seen.partner_id and e.id = seen.id)) as lost,
        (select count(*) from (
          select from events e where e.xid >= pg_snapshot_xmin(${from}::pg_snapshot)
            and not pg_visible_in_snapshot(e.xid, ${from}::pg_snapshot)
          limit ${most + 1}) as later) > ${most} as is_far`)
      const [row] = rows
      return row !== undefined && !row.lost && !row.is_far
    },

    async setClockAhead() {
      // A visible event is below xmax if this server wrote it. The clock's row is locked and read again, so
      // that of two processes that start together only one sets it.
      const { rowCount } = await db.execute(sql`
        with set_ahead as (
          update event_clock set ahead_by = last - next + ${UNREAD_TRANSACTIONS}::bigint
          from (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next,
              (select xid::text::bigint from events order by xid desc limit 1) as last) now
          where last >= next + ahead_by
          returning 1)
        update event_numbering set last_position = last_position + ${UNREAD_TRANSACTIONS}::bigint
        where exists (select from set_ahead)`)
      return rowCount === 1
    },
  }
}

/**
 * Returns the snapshot up to the last committed event. A server that crashes reuses the ids of transactions
 * that left no durable trace. These can be higher than the last event, but not lower.
 */
function horizonOf(snapshot: string, end: bigint): Horizon {
  const [xmin = '', xmax = '', open = ''] = snapshot.split(':')
  const upToEnd = (xid: string) => (BigInt(xid) < end ? xid : String(end))
  const openBeforeEnd = open.split(',').filter((xid) => xid !== '' && BigInt(xid) < end)
  return `${upToEnd(xmin)}:${upToEnd(xmax)}:${openBeforeEnd.join(',')}`
}
