import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { calendars } from './calendars.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const calendarsOfPartner: readonly PartnerRows[] = [rowsOf(calendars.partnerId)]
