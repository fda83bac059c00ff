type None = Record<never, never>

/** Actions of staff that the log names. */
export const studentActions = ['student_erased'] as const

/** Error codes that staff may get here. */
export const studentRefusals = ['candidate_erased', 'record_merged'] as const

export const studentWords = [
  'lead',
  'empty',
  'nobody',
  'import',
  'search',
  'name',
  'preferred_name',
  'external_id',
  'program',
  'majors',
  'graduates',
  'about',
  'consent',
  'shares_profile',
  'shares_contact',
  'recorded',
  'source',
  'age',
  'guardian',
  'yes',
  'no',
  'ranked',
  'not_ranked',
  'disclosures',
  'disclosures_lead',
  'no_disclosures',
  'to',
  'what',
  'times',
  'first',
  'last',
  'export',
  'erase',
  'erase_lead',
  'erase_keeps',
  'erase_record',
  'erased',
] as const

export interface StudentMessages {
  desk_students: None
  desk_student: { word: (typeof studentWords)[number] }
  desk_student_status: { status: 'open' | 'paused' | 'closed' }
  desk_student_age: { age: 'under_16' | '16_17' | '18_20' | '21_plus' }
  desk_student_shown: { shown: 'profile' | 'contact' }
  desk_student_introductions: { count: number }
  desk_student_engagements: { count: number }
  desk_student_rows: { count: number }
  desk_student_papers: { count: number }
  desk_student_erase_sure: { name: string }
}
