import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { type HelperId, idToUuid, type OrganizationId, type PartnerId } from '../../shared/ids.ts'
import { type IntroductionRow, introductions } from './introductions.table.ts'
import type { TwoSided } from './sides.ts'
import { trackRecords } from './track-records.table.ts'

/** A helper or organization that ends, and the one that replaces it. Both belong to one partner. */
export type JoinedParties =
  | { side: 'offer'; from: HelperId; into: HelperId }
  | { side: 'need'; from: OrganizationId; into: OrganizationId }

/** An organization and a helper of one partner. */
export interface PartyPair {
  organizationId: OrganizationId
  helperId: HelperId
}

type TwoSidedTable = Record<keyof TwoSided, AnyPgColumn>

/** Matches rows of this party on its side. */
export function isOfParty(
  table: TwoSidedTable,
  partnerId: PartnerId,
  party: { side: 'offer'; id: HelperId } | { side: 'need'; id: OrganizationId },
): SQL | undefined {
  return party.side === 'offer'
    ? and(eq(table.offerPartnerId, partnerId), eq(table.helperId, party.id))
    : and(eq(table.needPartnerId, partnerId), eq(table.organizationId, party.id))
}

/** Matches rows of the party that ends. */
export function isOfJoined(
  table: TwoSidedTable,
  partnerId: PartnerId,
  joined: JoinedParties,
): SQL | undefined {
  return joined.side === 'offer'
    ? isOfParty(table, partnerId, { side: joined.side, id: joined.from })
    : isOfParty(table, partnerId, { side: joined.side, id: joined.from })
}

/** Returns the changed column of the party in rows of its side. */
export function joinedColumn(
  joined: JoinedParties,
): Partial<Pick<IntroductionRow, 'helperId' | 'organizationId'>> {
  return joined.side === 'offer' ? { helperId: joined.into } : { organizationId: joined.into }
}

/** SQL that moves the introductions of one party of a partner to another. */
export function createJoinPartiesRepository(db: Queryable, partnerId: PartnerId) {
  return {
    /** Locks the introductions of a party in order of id. */
    async lock(joined: JoinedParties): Promise<void> {
      await db
        .select({ id: introductions.id })
        .from(introductions)
        .where(isOfJoined(introductions, partnerId, joined))
        .orderBy(asc(introductions.id))
        .for('update')
    },

    /** Lists open and accepted introductions between the organization and the helper of these pairs. */
    openOrAcceptedBetween: (
      pairs: readonly PartyPair[],
    ): Promise<Pick<IntroductionRow, 'id' | 'status' | 'organizationId' | 'helperId'>[]> =>
      db
        .select({
          id: introductions.id,
          status: introductions.status,
          organizationId: introductions.organizationId,
          helperId: introductions.helperId,
        })
        .from(introductions)
        .where(
          and(
            inArray(introductions.status, ['proposed', 'accepted']),
            or(
              ...pairs.map(({ organizationId, helperId }) =>
                and(
                  isOfParty(introductions, partnerId, { side: 'need', id: organizationId }),
                  isOfParty(introductions, partnerId, { side: 'offer', id: helperId }),
                ),
              ),
            ),
          ),
        )
        .orderBy(asc(introductions.id)),

    /** Moves introductions and returns them. Deletes the track record of the ended party, since it is counted again. */
    async move(joined: JoinedParties, now: Date): Promise<IntroductionRow[]> {
      const moved = await db
        .update(introductions)
        .set({ ...joinedColumn(joined), updatedAt: now, version: sql`${introductions.version} + 1` })
        .where(isOfJoined(introductions, partnerId, joined))
        .returning()
      const ended = and(eq(trackRecords.partnerId, partnerId), eq(trackRecords.id, idToUuid(joined.from)))
      await db.delete(trackRecords).where(ended)
      return moved
    },
  }
}
