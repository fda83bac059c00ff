import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, isId, type PartnerId } from '../../../shared/ids.ts'
import type { JoinedParties } from '../../introductions/index.ts'
import type { PartyId } from '../../matches/index.ts'
import { creditAccounts, creditEntries } from '../ledger/ledger.table.ts'
import type { RingId } from '../rings/rings.repository.ts'
import { type RingRow, ringParties, rings } from '../rings/rings.table.ts'

/** SQL that moves the rings and the time credits of one party of a partner to another. */
export function createJoinBarterRepository(db: Queryable, partnerId: PartnerId) {
  const isAmong = (ids: readonly PartyId[]) => {
    const uuids = (prefix: 'org' | 'helper') =>
      sql.param(ids.filter((id) => isId(prefix, id)).map((id) => idToUuid(id)))
    return and(
      eq(ringParties.partnerId, partnerId),
      or(
        sql`${ringParties.organizationId} = any(${uuids('org')}::uuid[])`,
        sql`${ringParties.helperId} = any(${uuids('helper')}::uuid[])`,
      ),
    )
  }
  const ringsOf = (ids: readonly PartyId[]) =>
    db.select({ id: ringParties.ringId }).from(ringParties).where(isAmong(ids))

  return {
    /** Locks the rings of these parties in order of id. */
    async lockRings(ids: readonly PartyId[]): Promise<void> {
      await db
        .select({ id: rings.id })
        .from(rings)
        .where(inArray(rings.id, ringsOf(ids)))
        .orderBy(asc(rings.id))
        .for('update')
    },

    /** Lists open and accepted rings that have a party of each of these two lists. */
    ringsWithBoth(
      some: readonly PartyId[],
      others: readonly PartyId[],
    ): Promise<Pick<RingRow, 'id' | 'status'>[]> {
      return db
        .select({ id: rings.id, status: rings.status })
        .from(rings)
        .where(
          and(
            inArray(rings.status, ['proposed', 'accepted']),
            inArray(rings.id, ringsOf(some)),
            inArray(rings.id, ringsOf(others)),
          ),
        )
        .orderBy(asc(rings.id))
    },

    /** Replaces the party in its rings. Returns the changed rings. */
    async moveRings(joined: JoinedParties, now: Date): Promise<RingId[]> {
      const column = joined.side === 'offer' ? { helperId: joined.into } : { organizationId: joined.into }
      const moved = await db
        .update(ringParties)
        .set(column)
        .where(isAmong([joined.from]))
        .returning({ id: ringParties.ringId })
      const ids = [...new Set(moved.map(({ id }) => id))]
      await db
        .update(rings)
        .set({ updatedAt: now, version: sql`${rings.version} + 1` })
        .where(sql`${rings.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`)
      return ids
    },

    /**
     * Moves the entries of one account to another, whose balance becomes the sum of both. The database keeps transactions
     * balanced and refuses with `credit_accounts_limit`. If the kept account has a limit, it applies. Returns how many
     * entries moved.
     */
    async joinAccounts({ from, into }: JoinedParties): Promise<number> {
      const { partnerId: partner, id: partyId, leastMinutes } = creditAccounts
      const isAccount = (id: PartyId) => and(eq(partner, partnerId), eq(partyId, id))
      const accounts = await db
        .select({ partyId, leastMinutes })
        .from(creditAccounts)
        .where(or(isAccount(from), isAccount(into)))
        // In the order in which bookings write them.
        .orderBy(sql`${partyId} collate "C"`)
        .for('update')
      const ended = accounts.find((account) => account.partyId === from)
      if (!ended) return 0
      await db
        .insert(creditAccounts)
        .values({ partnerId, id: into, leastMinutes: ended.leastMinutes })
        .onConflictDoNothing()
      const moved = await db
        .update(creditEntries)
        .set({ partyId: into })
        .where(and(eq(creditEntries.partnerId, partnerId), eq(creditEntries.partyId, from)))
        .returning({ id: creditEntries.transactionId })
      const transactionIds = sql.param(moved.map(({ id }) => idToUuid(id)))
      await db
        .update(creditEntries)
        .set({ counterpartyId: into })
        .where(
          and(
            sql`${creditEntries.transactionId} = any(${transactionIds}::uuid[])`,
            eq(creditEntries.counterpartyId, from),
          ),
        )
      await db.delete(creditAccounts).where(isAccount(from))
      return moved.length
    },
  }
}
