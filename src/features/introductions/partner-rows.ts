import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { introductions } from './introductions.table.ts'
import { trackRecords } from './track-records.table.ts'

/** Rows that resetting a sandbox deletes. */
export const introductionsOfPartner: readonly PartnerRows[] = [
  // In a sandbox both sides belong to the same partner.
  rowsOf(introductions.needPartnerId),
  rowsOf(trackRecords.partnerId),
]
