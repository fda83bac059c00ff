import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { requests } from './requests/requests.table.ts'

/** The rows that a sandbox deletes when it is reset. Its clients stay. */
export const requestsOfPartner: readonly PartnerRows[] = [rowsOf(requests.partnerId)]
