import { and, eq, ne, sql } from 'drizzle-orm'
import { forEachPartner, type Queryable } from '../../../platform/db/index.ts'
import { idToUuid } from '../../../shared/ids.ts'
import { needs, offers } from '../../postings/index.ts'
import type { ReturnsOfPosting, ShownSkill } from '../../skills/index.ts'
import {
  hashOfPostedNeed,
  hashOfPostedOffer,
  type Key,
  keyAmong,
  uuidsOf,
} from '../market-columns.repository.ts'
import { needMeanings, offerMeanings } from './meanings.table.ts'

/** A posting's texts, with what is stored about their meaning. */
export interface ReadText extends ReturnsOfPosting {
  key: Key
  title: string
  description: string
  skills: readonly ShownSkill[]
  inferSkills: boolean
  version: number
  /** Hash of the columns that the text is made of. */
  postedHash: bigint
  /**
   * Of the latest vector: its model, the hash of its text, and the columns that the text was made of. Null
   * if there is none.
   */
  model: string | null
  textHash: Buffer | null
  storedPostedHash: bigint | null
}

export interface MadeMeaning {
  key: Key
  model: string
  version: number
  textHash: Buffer
  postedHash: bigint
  vector: Int8Array | null
}

/** Stores the vectors of postings. Needs and offers have separate tables, which are placed with their postings. */
export function createMeaningsRepository(db: Queryable) {
  return {
    /** Reads texts. Leaves out postings that no longer exist. */
    async readAll(side: 'need' | 'offer', keys: readonly Key[]): Promise<ReadText[]> {
      if (keys.length === 0) return []
      const posting = side === 'need' ? needs : offers
      const meaning = side === 'need' ? needMeanings : offerMeanings
      const rows = await db
        .select({
          partnerId: posting.partnerId,
          id: posting.id,
          title: posting.title,
          description: posting.description,
          skills: posting.skills,
          inferSkills: posting.inferSkills,
          ...(side === 'need' ? { gives: needs.gives } : { terms: offers.terms }),
          version: posting.version,
          model: meaning.model,
          textHash: meaning.textHash,
          postedHash: side === 'need' ? hashOfPostedNeed : hashOfPostedOffer,
          storedPostedHash: meaning.postedHash,
        })
        .from(posting)
        .leftJoin(
          meaning,
          and(
            eq(meaning.partnerId, posting.partnerId),
            eq(side === 'need' ? needMeanings.needId : offerMeanings.offerId, posting.id),
          ),
        )
        .where(keyAmong([posting.partnerId, posting.id], uuidsOf([...keys])))
      return rows.map(({ partnerId, id, ...row }) => ({ key: { partnerId, id }, ...row }))
    },

    /**
     * Stores vectors, one for each posting, replacing those of earlier texts. Leaves out postings that no longer exist.
     */
    async storeAll(side: 'need' | 'offer', made: readonly MadeMeaning[]): Promise<void> {
      if (made.length === 0) return
      const posting = side === 'need' ? needs : offers
      const meaning = side === 'need' ? needMeanings : offerMeanings
      const postingId = sql.identifier(side === 'need' ? 'need_id' : 'offer_id')
      // The lock keeps a posting until the row that refers to it is written. All processes write in the same order.
      await forEachPartner(
        db,
        { rows: made, of: ({ key }) => key.partnerId, partner: posting.partnerId },
        (made, where) => {
          const texts = (of: (one: MadeMeaning) => string | null) => sql.param(made.map(of))
          return db.execute(sql`
          insert into ${meaning} (partner_id, ${postingId}, model, posting_version, text_hash, posted_hash, vector)
          select ${posting.partnerId}, ${posting.id}, made.model, made.version,
            decode(made.text_hash, 'base64'), made.posted_hash, decode(made.vector, 'base64')
          from unnest(
            ${texts(({ key }) => idToUuid(key.partnerId))}::uuid[], ${texts(({ key }) => idToUuid(key.id))}::uuid[],
            ${texts(({ model }) => model)}::text[], ${sql.param(made.map(({ version }) => version))}::integer[],
            ${texts(({ textHash }) => textHash.toString('base64'))}::text[],
            ${texts(({ postedHash }) => String(postedHash))}::bigint[],
            ${texts(({ vector }) => vector && bytesOf(vector).toString('base64'))}::text[]
          ) as made (partner_id, id, model, version, text_hash, posted_hash, vector)
          join ${posting} on ${posting.partnerId} = made.partner_id and ${posting.id} = made.id
          ${where && sql`where ${where}`}
          order by ${posting.partnerId}, ${posting.id}
          for key share of ${posting}
          on conflict (partner_id, ${postingId}) do update set
            model = excluded.model, posting_version = excluded.posting_version,
            text_hash = excluded.text_hash, posted_hash = excluded.posted_hash, vector = excluded.vector
          where ${meaning.postingVersion} <= excluded.posting_version`)
        },
      )
    },

    /** Records that later versions of postings have the same text. */
    async confirmAll(
      side: 'need' | 'offer',
      read: readonly Pick<MadeMeaning, 'key' | 'model' | 'version' | 'postedHash'>[],
    ): Promise<void> {
      if (read.length === 0) return
      const meaning = side === 'need' ? needMeanings : offerMeanings
      const postingId = sql.identifier(side === 'need' ? 'need_id' : 'offer_id')
      // All processes lock in the same order.
      await forEachPartner(
        db,
        { rows: read, of: ({ key }) => key.partnerId, partner: meaning.partnerId },
        (read, where) =>
          db.execute(sql`
        with later as (
          select ${meaning.partnerId}, ${meaning}.${postingId} as id, read.version, read.posted_hash
          from unnest(
            ${sql.param(read.map(({ key }) => idToUuid(key.partnerId)))}::uuid[],
            ${sql.param(read.map(({ key }) => idToUuid(key.id)))}::uuid[],
            ${sql.param(read.map(({ model }) => model))}::text[],
            ${sql.param(read.map(({ version }) => version))}::integer[],
            ${sql.param(read.map(({ postedHash }) => String(postedHash)))}::bigint[]
          ) as read (partner_id, id, model, version, posted_hash)
          join ${meaning} on ${meaning.partnerId} = read.partner_id and ${meaning}.${postingId} = read.id
          where ${meaning.model} = read.model and ${meaning.postingVersion} <= read.version ${where && sql`and ${where}`}
          order by ${meaning.partnerId}, ${meaning}.${postingId}
          for update of ${meaning})
        update ${meaning} set posting_version = later.version, posted_hash = later.posted_hash
        from later where ${meaning.partnerId} = later.partner_id and ${meaning}.${postingId} = later.id
        ${where && sql`and ${where}`}`),
      )
    },

    /** Returns postings whose vectors come from another model. */
    async ofOtherModels(side: 'need' | 'offer', model: string): Promise<Key[]> {
      if (side === 'need')
        return db
          .select({ partnerId: needMeanings.partnerId, id: needMeanings.needId })
          .from(needMeanings)
          .where(ne(needMeanings.model, model))
      return db
        .select({ partnerId: offerMeanings.partnerId, id: offerMeanings.offerId })
        .from(offerMeanings)
        .where(ne(offerMeanings.model, model))
    },
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

export type MeaningsRepository = ReturnType<typeof createMeaningsRepository>
