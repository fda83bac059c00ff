import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { requests } from './requests/requests.table.ts'

/** Rows that resetting a sandbox deletes. Its clients stay. */
export const requestsOfPartner: readonly PartnerRows[] = [rowsOf(requests.partnerId)]
