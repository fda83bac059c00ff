import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PartnerId } from '../../../shared/ids.ts'
import { engagements } from '../../engagements/index.ts'
import { ringParties } from './rings.table.ts'

/**
 * Returns a subquery for the ids of the partner's needs that a closing ring posted for what a barter offer wants in return.
 */
export function needsPostedByRings(partnerId: PartnerId): SQL {
  const own = alias(ringParties, 'own_parties')
  const giver = alias(ringParties, 'givers')
  return sql`(
    select ${engagements.needId} from ${ringParties} own_parties
    join ${ringParties} givers on ${giver.ringId} = ${own.ringId} and ${giver.toId} like 'offer\\_%'
    join ${engagements} on ${and(
      eq(engagements.id, giver.engagementId),
      eq(engagements.needPartnerId, partnerId),
    )}
    where ${eq(own.partnerId, partnerId)})`
}
