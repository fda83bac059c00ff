import { sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { trackRecords } from './track-records.table.ts'

/** Whose record it is: an organization's or a helper's. */
export interface Party {
  partnerId: PartnerId
  id: Id<'org' | 'helper'>
}

export type Counts = Partial<
  Record<'completed' | 'broken' | 'introductionsAnswered' | 'introductionsIgnored' | 'answerHours', number>
>

/** Adds to the records of parties, in one statement; each party once. */
export async function addToTracks(db: Queryable, added: readonly (Party & Counts)[]): Promise<void> {
  if (added.length === 0) return
  const { completed, broken, introductionsAnswered, introductionsIgnored, answerHours } = trackRecords
  // In one order, so that two writers can't wait for each other.
  const rows = added.map(({ id, ...counts }) => ({ ...counts, id: idToUuid(id) }))
  await db
    .insert(trackRecords)
    .values(rows.sort((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflictDoUpdate({
      target: [trackRecords.partnerId, trackRecords.id],
      set: {
        completed: sql`${completed} + excluded.completed`,
        broken: sql`${broken} + excluded.broken`,
        introductionsAnswered: sql`${introductionsAnswered} + excluded.introductions_answered`,
        introductionsIgnored: sql`${introductionsIgnored} + excluded.introductions_ignored`,
        answerHours: sql`${answerHours} + excluded.answer_hours`,
      },
    })
}
