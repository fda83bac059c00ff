import { sql } from 'drizzle-orm'
import { findersOf, type Question, type Reach, type StoredPosting } from '../../../engines/matching/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type NeedId, type OfferId, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import type { Key } from '../market-columns.repository.ts'
import { boundedRows, tableOf } from './bounded-rows.ts'
import { number } from './sql-number.ts'

type Side = 'need' | 'offer'
/** Sums are added up in another order than those of pairs. */
const ROUNDING = 1e-6

/** Finds what a process ranks. Each statement runs on all shards, which give their best by the bound. */
export function createCandidatesRepository(db: Queryable) {
  return {
    /** What is stored of those that may reach any of these, but for those that were read, that may score most first. */
    async next(
      question: Question,
      asked: { partnerId: PartnerId; reaches: readonly Reach[]; read: ReadonlySet<string>; limit: number },
    ): Promise<StoredPosting[]> {
      const { partnerId, reaches, read, limit } = asked
      const finders = findersOf(question, reaches)
      if (finders.skills.length === 0 && finders.words.length === 0) return []
      const reached = reaches.map(
        ({ topic, score }) => sql`topic >= ${number(topic - ROUNDING)} and bound >= ${number(score)}`,
      )
      const known = sql.param([...read].map((id) => idToUuid(id as Key['id'])))
      const { rows } = await db.execute<{ posting: StoredPosting }>(sql`
        select posting from (
          select partner_id, id, bound from (${boundedRows(question, finders, partnerId)}) found
          where (${sql.join(reached, sql` or `)}) and not id = any(${known}::uuid[])
          order by bound desc, id limit ${limit}) best
        join ${tableOf(question.side)} using (partner_id, id)`)
      return rows.map(({ posting }) => posting)
    },

    /** What is stored of postings, in no order. */
    async postings(side: Side, keys: readonly Key[]): Promise<StoredPosting[]> {
      if (keys.length === 0) return []
      const { rows } = await db.execute<{ posting: StoredPosting }>(sql`
        select posting from ${tableOf(side)} where (partner_id, id) in (select * from unnest(
          ${sql.param(keys.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(keys.map(({ id }) => idToUuid(id)))}::uuid[]))`)
      return rows.map(({ posting }) => posting)
    },

    /** The keys of those of these postings that are in the market. */
    async keysOf(side: Side, ids: readonly (NeedId | OfferId)[]): Promise<Key[]> {
      if (ids.length === 0) return []
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        select partner_id, id from ${tableOf(side)} where id = any(${sql.param(ids.map((id) => idToUuid(id)))}::uuid[])`)
      const keys = new Map(rows.map((row) => [uuidToId(side, row.id), uuidToId('partner', row.partner_id)]))
      return ids.flatMap((id) => {
        const partnerId = keys.get(id as never)
        return partnerId === undefined ? [] : [{ partnerId, id }]
      })
    },
  }
}

