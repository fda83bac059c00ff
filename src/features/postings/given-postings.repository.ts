import { type SQL, sql } from 'drizzle-orm'
import { idToUuid } from '../../shared/ids.ts'
import type { HelperRow } from './helpers/helpers.table.ts'
import type { NeedRow } from './needs/needs.table.ts'
import type { OfferRow } from './offers/offers.table.ts'

/*
 * On Citus postings lie on other nodes than what is counted for them, and the two can't be joined in one statement. Postings that
 * have been read are given to a second one, which finds them under the names of their tables.
 */

/** The order in which needs were given. */
export const inNeedOrder = sql`"needs".position`

/** The order in which offers were given. */
export const inOfferOrder = sql`"offers".position`

/** To be selected from, in the place of needs. */
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

/** To be selected from, in the place of offers and their helpers. */
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
