import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database.ts'
import { helpers } from '../helpers/index.ts'
import { needs } from '../needs/index.ts'
import { offers } from '../offers/index.ts'
import { organizations } from '../organizations/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../shared/ids.ts'

export type NeedRecord = { need: typeof needs.$inferSelect; organization: typeof organizations.$inferSelect }
export type OfferRecord = { offer: typeof offers.$inferSelect; helper: typeof helpers.$inferSelect }
export type Key = { partnerId: PartnerId; id: Id<IdPrefix> }

export type MarketRepository = ReturnType<typeof createMarketRepository>

/** Reads needs with their organizations and offers with their helpers: what the market is made of. */
export function createMarketRepository(db: Queryable) {
  const ofNeed = and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId))
  const ofOffer = and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId))
  const selectNeeds = () =>
    db.select({ need: needs, organization: organizations }).from(needs).innerJoin(organizations, ofNeed)
  const selectOffers = () =>
    db.select({ offer: offers, helper: helpers }).from(offers).innerJoin(helpers, ofOffer)

  return {
    /** A page of all open needs, in the order of the primary key. */
    openNeeds(after: Key | null, limit: number): Promise<NeedRecord[]> {
      return selectNeeds()
        .where(and(eq(needs.status, 'open'), after ? behind(needs, after) : undefined))
        .orderBy(needs.partnerId, needs.id)
        .limit(limit)
    },

    openOffers(after: Key | null, limit: number): Promise<OfferRecord[]> {
      return selectOffers()
        .where(and(eq(offers.status, 'open'), after ? behind(offers, after) : undefined))
        .orderBy(offers.partnerId, offers.id)
        .limit(limit)
    },

    /** Open needs with these keys or of organizations with these keys. */
    async needsOf(keys: Key[], organizationKeys: Key[]): Promise<NeedRecord[]> {
      if (keys.length + organizationKeys.length === 0) return []
      const which = or(
        keyIn([needs.partnerId, needs.id], keys),
        keyIn([needs.partnerId, needs.organizationId], organizationKeys),
      )
      return selectNeeds().where(and(eq(needs.status, 'open'), which))
    },

    async offersOf(keys: Key[], helperKeys: Key[]): Promise<OfferRecord[]> {
      if (keys.length + helperKeys.length === 0) return []
      const which = or(
        keyIn([offers.partnerId, offers.id], keys),
        keyIn([offers.partnerId, offers.helperId], helperKeys),
      )
      return selectOffers().where(and(eq(offers.status, 'open'), which))
    },

    async needsByKey(keys: Key[]): Promise<NeedRecord[]> {
      return keys.length === 0 ? [] : selectNeeds().where(keyIn([needs.partnerId, needs.id], keys))
    },

    async offersByKey(keys: Key[]): Promise<OfferRecord[]> {
      return keys.length === 0 ? [] : selectOffers().where(keyIn([offers.partnerId, offers.id], keys))
    },
  }
}

function behind(table: typeof needs | typeof offers, after: Key): SQL {
  return sql`(${table.partnerId}, ${table.id}) > (${uuid(after.partnerId)}, ${uuid(after.id)})`
}

function keyIn(columns: [SQLWrapper, SQLWrapper], keys: Key[]): SQL | undefined {
  if (keys.length === 0) return undefined
  const pairs = keys.map((key) => sql`(${uuid(key.partnerId)}, ${uuid(key.id)})`)
  return sql`(${columns[0]}, ${columns[1]}) in (${sql.join(pairs, sql`, `)})`
}

function uuid(id: Id<IdPrefix>): SQL {
  return sql`${idToUuid(id)}::uuid`
}
