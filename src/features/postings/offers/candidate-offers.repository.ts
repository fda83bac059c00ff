import { and, inArray, ne } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { OfferId, PartnerId } from '../../../shared/ids.ts'
import { offers } from './offers.table.ts'

export function createCandidateOffersRepository(db: Queryable) {
  return {
    /** Returns those of the given offers that belong to other partners' students. */
    async ofOthers(partnerId: PartnerId, offerIds: readonly OfferId[]) {
      return db
        .select({ id: offers.id, partnerId: offers.partnerId, helperId: offers.helperId })
        .from(offers)
        .where(and(offers.isCandidate, inArray(offers.id, [...offerIds]), ne(offers.partnerId, partnerId)))
    },
  }
}
