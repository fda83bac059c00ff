import { requestsOfPartner } from '../features/access/index.ts'
import { barterOfPartner, ledgerOfPartner } from '../features/barter/index.ts'
import { calendarsOfPartner } from '../features/calendars/index.ts'
import { disclosuresOfPartner } from '../features/disclosures/index.ts'
import { engagementsOfPartner } from '../features/engagements/index.ts'
import { importsOfPartner } from '../features/imports/index.ts'
import { internshipWorkOfPartner } from '../features/internship-work/index.ts'
import { internshipsOfPartner } from '../features/internships/index.ts'
import { introductionsOfPartner } from '../features/introductions/index.ts'
import { matchesOfPartner } from '../features/matches/index.ts'
import { notificationsOfPartner } from '../features/notifications/index.ts'
import { postingsOfPartner } from '../features/postings/index.ts'
import { sprintsOfPartner } from '../features/sprints/index.ts'
import type { PartnerRows } from '../platform/db/index.ts'
import { eventsOfPartner } from '../platform/events/index.ts'
import { idempotencyKeysOfPartner } from '../platform/http/index.ts'

/** Rows that the reset of a sandbox deletes, one list per statement. Rows are deleted after the rows that refer to them. */
export const sandboxRows: readonly (readonly PartnerRows[])[] = [
  notificationsOfPartner,
  calendarsOfPartner,
  importsOfPartner,
  internshipsOfPartner,
  internshipWorkOfPartner,
  ledgerOfPartner,
  barterOfPartner,
  sprintsOfPartner,
  engagementsOfPartner,
  matchesOfPartner,
  introductionsOfPartner,
  postingsOfPartner,
  disclosuresOfPartner,
  idempotencyKeysOfPartner,
  requestsOfPartner,
  eventsOfPartner,
]
