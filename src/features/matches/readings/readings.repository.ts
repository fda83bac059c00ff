import { sql } from 'drizzle-orm'
import { forEachPartner, type Queryable } from '../../../platform/db/index.ts'
import { idToUuid } from '../../../shared/ids.ts'
import { needs, offers } from '../../postings/index.ts'
import type { Key } from '../market.repository.ts'
import { needReadings, offerReadings, type StoredSkill } from './readings.table.ts'

export interface MadeReading {
  key: Key
  madeFrom: Buffer
  skills: readonly StoredSkill[]
}

/**
 * Stores the skills that the texts of postings express. Needs and offers have separate tables, which are placed with
 * their postings.
 */
export function createReadingsRepository(db: Queryable) {
  return {
    /**
     * Stores readings, one for each posting, replacing those of earlier texts. Leaves out postings that no longer
     * exist.
     */
    async storeAll(side: 'need' | 'offer', made: readonly MadeReading[]): Promise<void> {
      if (made.length === 0) return
      const posting = side === 'need' ? needs : offers
      const reading = side === 'need' ? needReadings : offerReadings
      const postingId = sql.identifier(side === 'need' ? 'need_id' : 'offer_id')
      // The lock keeps a posting until the row that refers to it is written. All processes write in the same order.
      await forEachPartner(
        db,
        { rows: made, of: ({ key }) => key.partnerId, partner: posting.partnerId },
        (made, where) => {
          const texts = (of: (one: MadeReading) => string) => sql.param(made.map(of))
          return db.execute(sql`
          insert into ${reading} (partner_id, ${postingId}, made_from, skills)
          select ${posting.partnerId}, ${posting.id}, decode(made.made_from, 'base64'), made.skills::json
          from unnest(
            ${texts(({ key }) => idToUuid(key.partnerId))}::uuid[], ${texts(({ key }) => idToUuid(key.id))}::uuid[],
            ${texts(({ madeFrom }) => madeFrom.toString('base64'))}::text[],
            ${texts(({ skills }) => JSON.stringify(skills))}::text[]
          ) as made (partner_id, id, made_from, skills)
          join ${posting} on ${posting.partnerId} = made.partner_id and ${posting.id} = made.id
          ${where && sql`where ${where}`}
          order by ${posting.partnerId}, ${posting.id}
          for key share of ${posting}
          on conflict (partner_id, ${postingId}) do update set made_from = excluded.made_from, skills = excluded.skills
          where ${reading.madeFrom} <> excluded.made_from`)
        },
      )
    },
  }
}
