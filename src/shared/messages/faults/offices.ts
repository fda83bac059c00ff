/** What the checks of internship offices and of imports say without a value. */
export const officeFaultSayings = [
  'once_each',
  'question_id',
  'resume_long',
  'email_shown',
  'phone_shown',
  'domain_shown',
  'name_shown',
  'link_shown',
  'school_shown',
  'one_subject',
  'two_candidates',
  'locked_once',
  'pair_forbidden',
  'bond_opposite',
  'tie_first',
  'candidate_of_program',
  'need_unseen',
  'record_unknown',
  'choices_twice',
  'question_unknown',
  'question_once',
  'answer_words',
  'answer_scale',
  'consent_blank',
  'options_of_tables',
  'header_blank',
  'email_per_row',
  'email_kept',
  'field_after_file',
  'field_twice',
  'field_in_both',
] as const

/** Records that may have the same name. */
export const alikeNouns = ['candidate', 'need', 'organization'] as const

/** Faults of offices and imports. Names of the API (columns, roles, types of imports) are the same in every language. */
export interface OfficeFaultMessages {
  fault_of_office: { what: (typeof officeFaultSayings)[number] }
  fault_outside_cohort: { name: 'need' | 'candidate' }
  /** `isMinimum`: the minimum of the need exceeds its capacity. */
  fault_capacity: { most: number; isMinimum: boolean }
  fault_locked: { isOneNeed: boolean }
  fault_choice_closed: { text: string }
  fault_named_alike: {
    noun: (typeof alikeNouns)[number]
    text: string
    ids: readonly string[]
    areMore: boolean
  }
  fault_unanswered: { id: string }
  fault_answer_choices: { choices: readonly string[] }
  fault_moves: { from: string; to: string }
  fault_approve_for: { roles: readonly string[] }
  fault_json_object: { example: string }
  fault_option_of: { types: readonly string[] }
  fault_no_email: { type: string }
  fault_per_row: { column: string }
  fault_one_default: { column: string; other: string }
  fault_column_unknown: { column: string; type: string; meant: string | null; columns: readonly string[] }
  fault_detail_kept: { column: string }
  fault_profile_unknown: { name: string; meant: string | null }
  fault_profile_type: { name: string; of: string; wanted: string }
  /** Introduces what was found about a record. */
  fault_of_record: { id: string }
}
