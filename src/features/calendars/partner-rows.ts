import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { calendars } from './calendars.table.ts'

/** Rows that resetting a sandbox deletes. */
export const calendarsOfPartner: readonly PartnerRows[] = [rowsOf(calendars.partnerId)]
