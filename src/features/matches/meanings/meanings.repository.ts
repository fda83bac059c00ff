import { and, eq, lt, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid } from '../../../shared/ids.ts'
import { needs, offers } from '../../postings/index.ts'
import type { ReturnsOfPosting, ShownSkill } from '../../skills/index.ts'
import type { Key } from '../market.repository.ts'
import { needMeanings, offerMeanings } from './meanings.table.ts'

/** A posting's texts with what is stored of their meaning. */
export interface ReadText extends ReturnsOfPosting {
  title: string
  description: string
  skills: readonly ShownSkill[]
  inferSkills: boolean
  version: number
  /** Of the vector that was made last, and of its text; null if there is none. */
  model: string | null
  textHash: Buffer | null
}

export interface MadeMeaning {
  model: string
  version: number
  textHash: Buffer
  vector: Int8Array | null
}

/** The vectors of postings. Those of needs and of offers are in tables of their own, which follow their postings. */
export function createMeaningsRepository(db: Queryable) {
  return {
    /** Undefined if there is no such posting any more. */
    async read(side: 'need' | 'offer', { partnerId, id }: Key): Promise<ReadText | undefined> {
      const posting = side === 'need' ? needs : offers
      const meaning = side === 'need' ? needMeanings : offerMeanings
      const [row] = await db
        .select({
          title: posting.title,
          description: posting.description,
          skills: posting.skills,
          inferSkills: posting.inferSkills,
          ...(side === 'need' ? { gives: needs.gives } : { terms: offers.terms }),
          version: posting.version,
          model: meaning.model,
          textHash: meaning.textHash,
        })
        .from(posting)
        .leftJoin(
          meaning,
          and(
            eq(meaning.partnerId, posting.partnerId),
            eq(side === 'need' ? needMeanings.needId : offerMeanings.offerId, posting.id),
          ),
        )
        .where(and(eq(posting.partnerId, partnerId), sql`${posting.id} = ${idToUuid(id)}`))
      return row
    },

    /** Stores a vector, in place of that of an earlier text. Does nothing if the posting is gone. */
    async store(side: 'need' | 'offer', { partnerId, id }: Key, made: MadeMeaning): Promise<void> {
      const posting = side === 'need' ? needs : offers
      const meaning = side === 'need' ? needMeanings : offerMeanings
      const postingId = sql.identifier(side === 'need' ? 'need_id' : 'offer_id')
      const vector =
        made.vector && Buffer.from(made.vector.buffer, made.vector.byteOffset, made.vector.byteLength)
      // The lock keeps the posting until the row that refers to it is there.
      await db.execute(sql`
        insert into ${meaning} (partner_id, ${postingId}, model, posting_version, text_hash, vector)
        select ${posting.partnerId}, ${posting.id}, ${made.model}, ${made.version}::integer, ${made.textHash}::bytea, ${vector}::bytea
        from ${posting} where ${posting.partnerId} = ${idToUuid(partnerId)} and ${posting.id} = ${idToUuid(id)}
        for key share
        on conflict (partner_id, ${postingId}) do update set
          model = excluded.model, posting_version = excluded.posting_version, text_hash = excluded.text_hash, vector = excluded.vector
        where ${meaning.postingVersion} <= excluded.posting_version`)
    },

    /** Notes that a later version of a posting has the same text. */
    async confirm(
      side: 'need' | 'offer',
      { partnerId, id }: Key,
      { model, version }: { model: string; version: number },
    ): Promise<void> {
      const meaning = side === 'need' ? needMeanings : offerMeanings
      const postingId = side === 'need' ? needMeanings.needId : offerMeanings.offerId
      await db
        .update(meaning)
        .set({ postingVersion: version })
        .where(
          and(
            eq(meaning.partnerId, partnerId),
            sql`${postingId} = ${idToUuid(id)}`,
            eq(meaning.model, model),
            lt(meaning.postingVersion, version),
          ),
        )
    },

    /** Postings whose vectors are of another model. */
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

export type MeaningsRepository = ReturnType<typeof createMeaningsRepository>
