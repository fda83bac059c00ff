import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { type Id, idToUuid, type NeedId, type OfferId, type PartnerId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { ringHolds } from './holds.table.ts'

/** A need or an offer, and the partner who posted it. */
export interface Held {
  partnerId: PartnerId
  id: NeedId | OfferId
}

interface HeldIn {
  id: NeedId | OfferId
  ringId: Id<'ring'>
}

/** Creates an error that names the rings. All held postings belong to one partner, so it may read them. */
function heldInRing(held: readonly HeldIn[]): DomainError {
  const rings = [...new Set(held.map(({ ringId }) => ringId))]
  return new DomainError(
    'held_in_ring',
    rings.length > 0
      ? `Your postings are reserved for ${rings.join(' and ')}. Wait until it ends, or decline it.`
      : 'Your postings were reserved for another ring just now. Try again.',
    held.map(({ id, ringId }) => ({
      pointer: '',
      code: 'held_in_ring',
      messages: [message('fault_held', { id, ring: ringId })],
    })),
  )
}

/** Reads and writes holds. They keep postings out of rankings and other rings while one ring waits for its parties. */
export function createHoldsRepository(db: Queryable) {
  /** Returns the rings that hold these postings, except one. */
  async function ringsOf(held: readonly Held[], except?: Id<'ring'>): Promise<HeldIn[]> {
    const rows = await db
      .select({ partnerId: ringHolds.partnerId, id: ringHolds.id, ringId: ringHolds.ringId })
      .from(ringHolds)
      .where(
        sql`(${ringHolds.partnerId}, ${ringHolds.id}) in (select * from unnest(
          ${sql.param(held.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(held.map(({ id }) => idToUuid(id)))}::uuid[]))`,
      )
    return held.flatMap((one) => {
      const row = rows.find(({ partnerId, id }) => partnerId === one.partnerId && id === idToUuid(one.id))
      return row && row.ringId !== except ? [{ id: one.id, ringId: row.ringId }] : []
    })
  }

  return {
    /**
     * Holds postings for a ring. Throws `held_in_ring`, with the rings, if other rings hold some of them. Holding in
     * the order of ids prevents deadlocks between two rings.
     */
    async hold(ringId: Id<'ring'>, held: readonly Held[]): Promise<void> {
      const sorted = held.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const rows = sorted.map(({ partnerId, id }) => ({ partnerId, id: idToUuid(id), ringId }))
      const added = await db
        .insert(ringHolds)
        .values(rows)
        .onConflictDoNothing()
        .returning({ id: ringHolds.id })
      if (added.length < rows.length) throw heldInRing(await ringsOf(held, ringId))
    },

    /** Throws `held_in_ring`, with the rings, if rings hold some of these postings. */
    async requireFree(held: readonly Held[]): Promise<void> {
      const found = await ringsOf(held)
      if (found.length > 0) throw heldInRing(found)
    },

    async release(ringId: Id<'ring'>): Promise<void> {
      await db.delete(ringHolds).where(eq(ringHolds.ringId, ringId))
    },
  }
}
