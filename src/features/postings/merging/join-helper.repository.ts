import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { HelperId, PartnerId } from '../../../shared/ids.ts'
import { helpers } from '../helpers/helpers.table.ts'
import { type OfferRow, offers } from '../offers/offers.table.ts'

/** SQL that moves the offers of one helper of a partner to another. */
export function createJoinHelperRepository(db: Queryable, partnerId: PartnerId) {
  return {
    /** Locks the offers of these helpers in order of id. A candidate's offer stays with the candidate. */
    async lockOffers(helperIds: readonly HelperId[]): Promise<void> {
      await db
        .select({ id: offers.id })
        .from(offers)
        .where(
          and(
            eq(offers.partnerId, partnerId),
            inArray(offers.helperId, [...helperIds]),
            eq(offers.isCandidate, false),
          ),
        )
        .orderBy(asc(offers.id))
        .for('no key update')
    },

    /** Waits for transactions that are about to refer to the helper, and blocks further ones until this transaction ends. */
    async lockAgainstUse(id: HelperId): Promise<void> {
      await db
        .select({ id: helpers.id })
        .from(helpers)
        .where(and(eq(helpers.partnerId, partnerId), eq(helpers.id, id)))
        .for('update')
    },

    /** Moves offers, which keep their ids and external ids. Returns those that moved. */
    moveOffers: (from: HelperId, into: HelperId, now: Date): Promise<Pick<OfferRow, 'id' | 'status'>[]> =>
      db
        .update(offers)
        .set({ helperId: into, version: sql`${offers.version} + 1`, updatedAt: now })
        .where(and(eq(offers.partnerId, partnerId), eq(offers.helperId, from)))
        .returning({ id: offers.id, status: offers.status }),
  }
}
