import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { disclosures, needDisclosures } from './disclosures.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const disclosuresOfPartner: readonly PartnerRows[] = [
  rowsOf(disclosures.partnerId),
  rowsOf(needDisclosures.partnerId),
]
