/**
 * Fields that decide to whom a row belongs, who may see it or who is excluded. A refused value in one of them rejects the
 * row, because a default could do harm.
 */
const NEEDED = new Set([
  'external_id',
  'program_id',
  'program_external_id',
  'organization_id',
  'organization_external_id',
  'helper_id',
  'helper_external_id',
  'kind',
  'status',
  'consent',
  'age_band',
  'guardian_consent',
  'visibility',
  'open_to',
  'accepts',
  'requires',
  'terms',
  'blocked_organization_ids',
  'credentials',
  'choices',
  'choice',
  'engagement_id',
  'worked_on',
  'hours',
  'gross_hours',
  'shift_times',
  'starts_at',
  'ends_at',
  'side',
])

export function isNeeded(field: string): boolean {
  return NEEDED.has(field)
}
