import { eq } from 'drizzle-orm'
import { type Queryable, violatedConstraint } from '../../platform/db/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { type Id, idToUuid, type NeedId, type OfferId, type PartnerId } from '../../shared/ids.ts'
import { ringHolds } from './holds.table.ts'

/** A need or an offer, and the partner who posted it. */
export interface Held {
  partnerId: PartnerId
  id: NeedId | OfferId
}

/** Holds keep postings out of rankings and rings while one ring waits for its parties. */
export function createHoldsRepository(db: Queryable) {
  return {
    /** Throws `held_in_ring` if another ring holds one of them. The order of ids keeps two rings from a deadlock. */
    async hold(ringId: Id<'ring'>, held: readonly Held[]): Promise<void> {
      const sorted = held.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const rows = sorted.map(({ partnerId, id }) => ({ partnerId, id: idToUuid(id), ringId }))
      try {
        await db.insert(ringHolds).values(rows)
      } catch (error) {
        if (violatedConstraint(error) !== 'ring_holds_pkey') throw error
        throw new DomainError('held_in_ring', 'A need or an offer of this ring is reserved for another ring.')
      }
    },

    async release(ringId: Id<'ring'>): Promise<void> {
      await db.delete(ringHolds).where(eq(ringHolds.ringId, ringId))
    },
  }
}
