import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { disclosures, needDisclosures } from './disclosures.table.ts'

/** Rows that resetting a sandbox deletes. */
export const disclosuresOfPartner: readonly PartnerRows[] = [
  rowsOf(disclosures.partnerId),
  rowsOf(needDisclosures.partnerId),
]
