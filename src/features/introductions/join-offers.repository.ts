import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import {
  type HelperId,
  type IntroductionId,
  idToUuid,
  type OfferId,
  type PartnerId,
} from '../../shared/ids.ts'
import { type IntroductionRow, introductions } from './introductions.table.ts'
import { trackRecords } from './track-records.table.ts'

/** An offer and its helper. */
export interface OfferOfHelper {
  offerId: OfferId
  helperId: HelperId
}

/** SQL that joins one offer of a partner into another. */
export function createJoinOffersRepository(db: Queryable, partnerId: PartnerId) {
  const isOf = ({ helperId }: OfferOfHelper) =>
    and(eq(introductions.offerPartnerId, partnerId), eq(introductions.helperId, helperId))

  return {
    /** Locks the introductions of both offers in order of id and returns them. */
    lock: (one: OfferOfHelper, other: OfferOfHelper): Promise<IntroductionRow[]> =>
      db
        .select()
        .from(introductions)
        .where(or(isOf(one), isOf(other)))
        .orderBy(asc(introductions.id))
        .for('update'),

    withdraw: (ids: readonly IntroductionId[], now: Date): Promise<IntroductionRow[]> =>
      db
        .update(introductions)
        .set({
          status: 'withdrawn',
          reason: 'merged',
          answeredAt: now,
          updatedAt: now,
          version: sql`${introductions.version} + 1`,
        })
        .where(inArray(introductions.id, [...ids]))
        .returning(),

    /** Moves introductions and returns them. Deletes the track record of the ended helper, since it is counted again. */
    async move(from: OfferOfHelper, into: OfferOfHelper, now: Date): Promise<IntroductionRow[]> {
      const moved = await db
        .update(introductions)
        .set({ ...into, updatedAt: now, version: sql`${introductions.version} + 1` })
        .where(isOf(from))
        .returning()
      const ended = and(eq(trackRecords.partnerId, partnerId), eq(trackRecords.id, idToUuid(from.helperId)))
      await db.delete(trackRecords).where(ended)
      return moved
    },
  }
}
