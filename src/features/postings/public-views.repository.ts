import { and, eq, getTableColumns, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { hoursLeft, takenOfNeed } from './capacity.repository.ts'
import { helpers } from './helpers/helpers.table.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'
import { organizations } from './organizations/organizations.table.ts'

interface Key {
  partnerId: PartnerId
  id: Id<IdPrefix>
}

/** What public views of needs and offers are made of, of any partner. */
export function createPublicViewsRepository(db: Queryable) {
  return {
    needs: (keys: readonly Key[]) =>
      db
        .select({
          need: getTableColumns(needs),
          ...takenOfNeed(),
          organization: {
            kind: organizations.kind,
            causes: organizations.causes,
            location: organizations.location,
            timeZone: organizations.timeZone,
            languages: organizations.languages,
          },
        })
        .from(needs)
        .innerJoin(
          organizations,
          and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId)),
        )
        .where(isAmong([needs.partnerId, needs.id], keys)),

    offers: (keys: readonly Key[]) =>
      db
        .select({
          offer: getTableColumns(offers),
          hoursLeft: hoursLeft(),
          helper: { location: helpers.location, timeZone: helpers.timeZone, languages: helpers.languages },
        })
        .from(offers)
        .innerJoin(helpers, and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId)))
        .where(isAmong([offers.partnerId, offers.id], keys)),
  }
}

function isAmong([partnerId, id]: [SQLWrapper, SQLWrapper], keys: readonly Key[]) {
  const partnerIds = sql.param(keys.map((key) => idToUuid(key.partnerId)))
  const ids = sql.param(keys.map((key) => idToUuid(key.id)))
  return sql`(${partnerId}, ${id}) in (select * from unnest(${partnerIds}::uuid[], ${ids}::uuid[]))`
}
