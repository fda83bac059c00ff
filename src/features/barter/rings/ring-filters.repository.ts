import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ListFilter } from '../../../platform/db/index.ts'
import type { Id, IdPrefix } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.ts'
import { keptId, organizations } from '../../postings/index.ts'
import { partnerRings } from './partner-rings.table.ts'
import { ringParties } from './rings.table.ts'

// The schema of a filter has parsed the value before `where` gets it, so the casts in this file hold.

/** Filters rings in which a need or an offer is given or received, whichever partner owns it. */
export function hasPosting(prefix: 'need' | 'offer', description: string): ListFilter {
  return {
    value: idOf(prefix).describe(description),
    isIndexed: true,
    where: (id) => hasParty(sql`${ringParties.givesId} = ${id} or ${ringParties.toId} = ${id}`),
  }
}

/** Filters rings by organization, whichever partner owns it. The id of a merged organization stands for the kept one. */
export const hasOrganization: ListFilter = {
  value: idOf('org').describe('Return only rings of this organization, yours or not'),
  isIndexed: true,
  where: (id, partnerId) =>
    hasParty(sql`${ringParties.organizationId} = ${keptId('organization', partnerId, id as Id<IdPrefix>)}`),
}

/** Filters rings by helper. The caller's helper that is also an organization takes part as the organization. */
export const hasHelper: ListFilter = {
  value: idOf('helper').describe(
    'Return only rings of this helper, yours or not. If the helper is linked to an organization of yours, returns the rings of that organization',
  ),
  isIndexed: true,
  where(id, partnerId) {
    const kept = keptId('helper', partnerId, id as Id<IdPrefix>)
    const isThis = and(eq(organizations.partnerId, partnerId), sql`${organizations.helperId} = ${kept}`)
    const itself = sql`(select ${organizations.id} from ${organizations} where ${isThis})`
    return hasParty(
      or(sql`${ringParties.helperId} = ${kept}`, sql`${ringParties.organizationId} = ${itself}`),
    )
  },
}

/** Filters open rings by whether the caller must answer. A partner answers for all of its parties at once. */
export const byRingTurn: ListFilter = {
  value: z
    .enum(['yours', 'theirs'])
    .describe('Return only open rings that await your answer (`yours`) or only answers of others (`theirs`)'),
  where: (value) =>
    and(
      eq(partnerRings.status, 'proposed'),
      value === 'yours' ? isNull(partnerRings.acceptedAt) : isNotNull(partnerRings.acceptedAt),
    ),
}

function hasParty(is: SQL | undefined): SQL {
  return inArray(partnerRings.id, sql`(select ${ringParties.ringId} from ${ringParties} where ${is})`)
}
