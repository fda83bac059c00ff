import { type SQL, sql } from 'drizzle-orm'
import { idToUuid } from '../../shared/ids.ts'
import type { HelperRow } from './helpers/helpers.table.ts'
import type { NeedRow } from './needs/needs.table.ts'
import type { OfferRow } from './offers/offers.table.ts'

/*
 * On Citus, postings are on other nodes than the rows counted for them, and one statement can't join the two. So postings that
 * have been read are passed to a second statement, under the names of their tables.
 */

/** Orders needs as they were given. */
export const inNeedOrder = sql`"needs".position`

/** Orders offers as they were given. */
export const inOfferOrder = sql`"offers".position`

/** Builds a row set to select from instead of the table of needs. */
export function givenNeeds(
  given: readonly Pick<NeedRow, 'partnerId' | 'id' | 'organizationId' | 'accepts' | 'sessions'>[],
): SQL {
  const rows = given.map((need, position) => ({
    position,
    partner_id: idToUuid(need.partnerId),
    id: idToUuid(need.id),
    organization_id: idToUuid(need.organizationId),
    accepts: need.accepts,
    sessions: need.sessions,
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as "needs"(position integer, partner_id uuid, id uuid, organization_id uuid, accepts text[], sessions jsonb)`
}

type GivenOffer = Pick<OfferRow, 'partnerId' | 'id' | 'helperId' | 'kind' | 'hoursPerWeek'> &
  Pick<HelperRow, 'maxHoursPerWeek'>

/** Builds a row set to select from instead of the tables of offers and helpers. */
export function givenOffers(given: readonly GivenOffer[]): SQL {
  const rows = given.map((offer, position) => ({
    position,
    partner_id: idToUuid(offer.partnerId),
    id: idToUuid(offer.id),
    helper_id: idToUuid(offer.helperId),
    kind: offer.kind,
    hours_per_week: offer.hoursPerWeek,
    max_hours_per_week: offer.maxHoursPerWeek,
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as "offers"(position integer, partner_id uuid, id uuid,
      helper_id uuid, kind text, hours_per_week double precision, max_hours_per_week double precision)
    cross join lateral (select "offers".max_hours_per_week) as "helpers"(max_hours_per_week)`
}
