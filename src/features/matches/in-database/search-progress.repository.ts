import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Horizon } from '../../../platform/events/index.ts'
import { idToUuid, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import { needs, offers } from '../../postings/index.ts'
import type { Key } from '../market-columns.repository.ts'
import { needSearchRows, offerSearchRows, searchProgress } from './search-rows.table.ts'

type Side = 'need' | 'offer'

/** How far the rows of all postings are built. The process that holds the lock continues. */
export interface Progress {
  program: string
  /** The rows include the events up to here. */
  horizon: Horizon
  /** The side whose postings come next. Null while rows of closed postings are removed. */
  side: Side | null
  after: Key | null
  isComplete: boolean
}

type Row = {
  program: string
  horizon: string
  side: Side | null
  after_partner: string | null
  after_posting: string | null
  is_complete: boolean
}

/** Stores how far the search rows of all postings are built, and how far later events are applied. */
export function createSearchProgressRepository(db: Queryable) {
  return {
    /** Starts over if the rows were built by another program version, or were not updated since `followedSince`. */
    async begin(program: string, horizon: Horizon, now: Date, followedSince: Date): Promise<void> {
      await db.execute(sql`
        insert into ${searchProgress} as known (program, horizon, followed_at, side)
        values (${program}, ${horizon}, ${now.toISOString()}::timestamptz, 'need')
        on conflict (one) do update set program = excluded.program, horizon = excluded.horizon,
          followed_at = excluded.followed_at, side = 'need', after_partner = null, after_posting = null, is_complete = false
        where known.program <> excluded.program or known.followed_at < ${followedSince.toISOString()}::timestamptz`)
    },

    async isComplete(program: string): Promise<boolean> {
      const { rows } = await db.execute(
        sql`select from ${searchProgress} where is_complete and program = ${program}`,
      )
      return rows.length > 0
    },

    /** Locks the progress until the transaction ends. Returns null if another process holds the lock. */
    async lock(): Promise<Progress | null> {
      const { rows } = await db.execute<Row>(sql`
        select program, horizon, side, after_partner, after_posting, is_complete from ${searchProgress}
        for update skip locked`)
      const [row] = rows
      if (!row) return null
      const { after_partner, after_posting, side } = row
      const after =
        after_partner && after_posting && side
          ? { partnerId: uuidToId('partner', after_partner), id: uuidToId(side, after_posting) }
          : null
      return { program: row.program, horizon: row.horizon, side, after, isComplete: row.is_complete }
    },

    async moveTo(side: Side | null, after: Key | null, isComplete: boolean): Promise<void> {
      await db.execute(sql`
        update ${searchProgress} set side = ${side}, is_complete = ${isComplete},
          after_partner = ${after && idToUuid(after.partnerId)}::uuid, after_posting = ${after && idToUuid(after.id)}::uuid`)
    },

    async followedTo(horizon: Horizon, now: Date): Promise<void> {
      await db.execute(
        sql`update ${searchProgress} set horizon = ${horizon}, followed_at = ${now.toISOString()}::timestamptz`,
      )
    },

    /** Starts rebuilding the rows of all postings. */
    async restart(horizon: Horizon, now: Date): Promise<void> {
      await db.execute(sql`
        update ${searchProgress} set horizon = ${horizon}, followed_at = ${now.toISOString()}::timestamptz, side = 'need',
          after_partner = null, after_posting = null, is_complete = false`)
    },

    /** Returns the next open postings in the order of their keys. */
    async openPostings(side: Side, after: Key | null, limit: number): Promise<Key[]> {
      const table = side === 'need' ? needs : offers
      const isBehind = after
        ? sql`and (partner_id, id) > (${idToUuid(after.partnerId)}::uuid, ${idToUuid(after.id)}::uuid)`
        : sql``
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        select partner_id, id from ${table} where status = 'open' ${isBehind} order by partner_id, id limit ${limit}`)
      return rows.map((row) => toKey(side, row))
    },

    /** Returns postings that have rows but are no longer open. */
    async withoutOpenPosting(side: Side, limit: number): Promise<Key[]> {
      const [table, rowsTable] = side === 'need' ? [needs, needSearchRows] : [offers, offerSearchRows]
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        select r.partner_id, r.id from ${rowsTable} r left join ${table} p
          on p.partner_id = r.partner_id and p.id = r.id and p.status = 'open'
        where p.id is null limit ${limit}`)
      return rows.map((row) => toKey(side, row))
    },
  }
}

function toKey(side: Side, row: { partner_id: string; id: string }): { partnerId: PartnerId; id: Key['id'] } {
  return { partnerId: uuidToId('partner', row.partner_id), id: uuidToId(side, row.id) }
}
