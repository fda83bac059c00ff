import { type PartnerRows, rowsOf, rowsThrough } from '../../platform/db/index.ts'
import { engagementHours, engagements, retrospectives } from './engagements.table.ts'
import { triedHours } from './tried-hours.table.ts'

// In a sandbox both sides belong to the same partner.
const engagement = { id: engagements.id, partner: engagements.needPartnerId }

/** Rows that resetting a sandbox deletes. */
export const engagementsOfPartner: readonly PartnerRows[] = [
  rowsOf(triedHours.partnerId),
  rowsThrough(engagementHours.engagementId, engagement),
  rowsThrough(retrospectives.engagementId, engagement),
  rowsOf(engagement.partner),
]
