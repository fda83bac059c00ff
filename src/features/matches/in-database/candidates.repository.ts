import { sql } from 'drizzle-orm'
import {
  type Finders,
  type Question,
  type Reach,
  SCORE_RULES,
  type StoredPosting,
} from '../../../engines/matching/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type NeedId, type OfferId, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import type { Key } from '../market-columns.repository.ts'
import { boundedRows, tableOf } from './bounded-rows.repository.ts'

type Side = 'need' | 'offer'

/** A candidate with its upper bounds. */
export interface Promising extends Reach {
  key: Key
}

/** Finds candidates to rank. Each statement runs on all shards, which return their best rows by upper bound. */
export function createCandidatesRepository(db: Queryable) {
  return {
    /**
     * Returns the candidates that these skills and words find and that may reach any of `reaches`, sorted by the upper
     * bound of their score.
     */
    async promising(
      question: Question,
      asked: { finders: Finders; reaches: readonly Reach[]; partnerId: PartnerId; limit: number },
    ): Promise<Promising[]> {
      const { finders, limit } = asked
      if (finders.skills.length === 0 && finders.words.length === 0) return []
      const { rows } = await db.execute<{ partner_id: string; id: string; topic: number; bound: number }>(sql`
        select * from (${boundedRows(question, asked)}) found order by bound desc, id limit ${limit}`)
      return rows.map(({ partner_id, id, topic, bound }) => ({
        key: { partnerId: uuidToId('partner', partner_id), id: uuidToId(question.side, id) },
        topic: topic + SCORE_RULES.rounding,
        score: bound,
      }))
    },

    /** Returns the stored form of postings, in no particular order. */
    async postings(side: Side, keys: readonly Key[]): Promise<StoredPosting[]> {
      if (keys.length === 0) return []
      const { rows } = await db.execute<{ posting: StoredPosting }>(sql`
        select posting from ${tableOf(side)} where (partner_id, id) in (select * from unnest(
          ${sql.param(keys.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(keys.map(({ id }) => idToUuid(id)))}::uuid[]))`)
      return rows.map(({ posting }) => posting)
    },

    /** Returns the keys of these postings that are in the market. */
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
