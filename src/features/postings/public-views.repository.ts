import { and, eq, getTableColumns, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { hoursLeft, takenOfNeed } from './capacity.repository.ts'
import { givenNeeds, givenOffers, inNeedOrder, inOfferOrder } from './given-postings.repository.ts'
import { helpers } from './helpers/helpers.table.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'
import { organizations } from './organizations/organizations.table.ts'

interface Key {
  partnerId: PartnerId
  id: Id<IdPrefix>
}

const organizationColumns = {
  kind: organizations.kind,
  causes: organizations.causes,
  location: organizations.location,
  timeZone: organizations.timeZone,
  languages: organizations.languages,
}
const helperColumns = {
  location: helpers.location,
  timeZone: helpers.timeZone,
  languages: helpers.languages,
}
const ofNeed = and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId))
const ofOffer = and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId))

/** Reads the data of public views of needs and offers, of any partner. */
export function createPublicViewsRepository(db: Queryable) {
  const inOneRead = {
    needs: async (keys: readonly Key[]) =>
      await db
        .select({ need: getTableColumns(needs), ...takenOfNeed(), organization: organizationColumns })
        .from(needs)
        .innerJoin(organizations, ofNeed)
        .where(isAmong([needs.partnerId, needs.id], keys)),

    offers: async (keys: readonly Key[]) =>
      await db
        .select({ offer: getTableColumns(offers), hoursLeft: hoursLeft(), helper: helperColumns })
        .from(offers)
        .innerJoin(helpers, ofOffer)
        .where(isAmong([offers.partnerId, offers.id], keys)),
  }
  if (!db.isDistributed) return inOneRead

  /** Reads postings and their parties from the shards, then the counts from the coordinator. */
  const inTwoReads: typeof inOneRead = {
    needs: async (keys) => {
      const read = await db
        .select({ need: getTableColumns(needs), organization: organizationColumns })
        .from(needs)
        .innerJoin(organizations, ofNeed)
        .where(isAmong([needs.partnerId, needs.id], keys))
      if (read.length === 0) return []
      const counts = await db
        .select(takenOfNeed())
        .from(givenNeeds(read.map(({ need }) => need)))
        .innerJoin(ONE_ROW, sql`true`)
        .orderBy(inNeedOrder)
      return read.flatMap((row, at) => counts.slice(at, at + 1).map((taken) => ({ ...row, ...taken })))
    },
    offers: async (keys) => {
      const read = await db
        .select({
          offer: getTableColumns(offers),
          helper: helperColumns,
          maxHoursPerWeek: helpers.maxHoursPerWeek,
        })
        .from(offers)
        .innerJoin(helpers, ofOffer)
        .where(isAmong([offers.partnerId, offers.id], keys))
      if (read.length === 0) return []
      const counts = await db
        .select({ hoursLeft: hoursLeft() })
        .from(givenOffers(read.map(({ offer, maxHoursPerWeek }) => ({ ...offer, maxHoursPerWeek }))))
        .innerJoin(ONE_ROW, sql`true`)
        .orderBy(inOfferOrder)
      return read.flatMap(({ offer, helper }, at) =>
        counts.slice(at, at + 1).map((left) => ({ offer, helper, ...left })),
      )
    },
  }
  return inTwoReads
}

/** A statement on one table omits its name from columns; joining this row keeps it for the subqueries. */
const ONE_ROW = sql`(select) as "one_row"`

function isAmong([partnerId, id]: [SQLWrapper, SQLWrapper], keys: readonly Key[]) {
  const partnerIds = sql.param(keys.map((key) => idToUuid(key.partnerId)))
  const ids = sql.param(keys.map((key) => idToUuid(key.id)))
  return sql`(${partnerId}, ${id}) in (select * from unnest(${partnerIds}::uuid[], ${ids}::uuid[]))`
}
