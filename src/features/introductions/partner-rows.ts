import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { introductions } from './introductions.table.ts'
import { trackRecords } from './track-records.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const introductionsOfPartner: readonly PartnerRows[] = [
  // In a sandbox both sides are the same partner's.
  rowsOf(introductions.needPartnerId),
  rowsOf(trackRecords.partnerId),
]
