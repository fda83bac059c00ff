import type { ImportType } from '../imports.table.ts'
import type { Column } from './column.ts'
import { hours } from './hours-columns.ts'
import { candidatePreferences, candidates, organizationPreferences } from './internship-columns.ts'
import { helpers, needs, offers, organizations } from './posting-columns.ts'

/** The columns that spreadsheets of each type may have. Only `external_id` is required. */
export const columnsOf: Readonly<Record<ImportType, readonly Column[]>> = {
  candidates,
  needs,
  offers,
  organizations,
  helpers,
  candidate_preferences: candidatePreferences,
  organization_preferences: organizationPreferences,
  hours,
}

const consentTimes = new Set(['consent_recorded_at', 'guardian_consent_recorded_at'])

/** Tells whether a column holds the time of a consent. */
export function isConsentTime(column: string): boolean {
  return consentTimes.has(column)
}
