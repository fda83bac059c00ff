import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { credentialReminders } from './helpers/credential-reminders.table.ts'
import { helpers } from './helpers/helpers.table.ts'
import { mergedRecords } from './merging/merged-records.table.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'
import { organizations } from './organizations/organizations.table.ts'
import { replacedRecords } from './replaced/replaced-records.table.ts'
import { emailClaims } from './same-email/email-claims.table.ts'

/** Rows that resetting a sandbox deletes. */
export const postingsOfPartner: readonly PartnerRows[] = [
  rowsOf(offers.partnerId),
  rowsOf(needs.partnerId),
  rowsOf(organizations.partnerId),
  rowsOf(helpers.partnerId),
  rowsOf(credentialReminders.partnerId),
  rowsOf(mergedRecords.partnerId),
  rowsOf(emailClaims.partnerId),
  rowsOf(replacedRecords.partnerId),
]
