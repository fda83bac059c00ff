type None = Record<never, never>

/** Actions of staff that the log names. */
export const postingActions = [
  'introduction_proposed',
  'need_posted',
  'need_changed',
  'need_status_changed',
  'offer_posted',
  'offer_changed',
  'offer_status_changed',
] as const

/** Error codes that staff may get here. */
export const postingRefusals = [
  'not_a_match',
  'introduction_standing',
  'too_many_introductions',
  'too_many_proposals',
  'declined_recently',
  'held_in_ring',
  'session_not_open',
  'precondition_failed',
  'invalid_cursor',
  'not_ready',
] as const

/** Labels of forms besides the work: its times and what a helper must have. */
export const whenWords = [
  'proofs',
  'times',
  'times_hint',
  'times_zone',
  'sessions',
  'sessions_hint',
  'session_day',
  'session_start',
  'session_end',
  'session_positions',
  'session_note',
  'requires',
  'licences',
  'minimum_age',
  'open_to',
  'open_to_hint',
  'presence',
  'dates',
  'not_available',
  'days_hint',
  'latitude',
  'longitude',
  'map_hint',
] as const
export const requirements = ['age_over_18', 'background_check'] as const

export interface PostingMessages {
  desk_when: { word: (typeof whenWords)[number] }
  desk_requirement: { which: (typeof requirements)[number] }
  desk_least_age: { age: number }
  desk_needs: None
  desk_offers: None
  desk_postings_lead: { side: 'need' | 'offer' }
  desk_postings_empty: { side: 'need' | 'offer' }
  desk_post: { side: 'need' | 'offer' }
  desk_party: { side: 'need' | 'offer' }
  desk_posting_status: { status: 'open' | 'filled' | 'paused' | 'closed' }
  desk_set_status: { status: 'open' | 'filled' | 'paused' | 'closed' }
  desk_not_open: { side: 'need' | 'offer' }
  desk_nothing_found: None
  desk_search: None
  desk_short_day: { day: string }
  desk_words: None
  desk_title: None
  desk_edit: None
  desk_notices: None
  desk_own: None
  desk_matches: None
  desk_matches_empty: { side: 'need' | 'offer' }
  desk_fit: { fit: 'strong' | 'good' | 'possible' | 'weak' }
  desk_fit_name: None
  desk_summary: None
  desk_cost: None
  desk_cost_none: None
  desk_match_cost: { cost: { amountMinor: number; currency: string }; unit: 'hour' | 'project' | 'total' }
  desk_covered: None
  desk_missing: None
  desk_why: None
  desk_blocked: None
  desk_blocked_by: None
  desk_near: None
  desk_near_show: None
  desk_near_none: None
  desk_near_lead: { count: number }
  desk_propose: None
  desk_message_hint: None
  desk_compare: None
  desk_compare_lead: None
  desk_compare_choose: None
  desk_compare_few: None
  desk_compare_most: { chosen: number; shown: number }
  desk_edit_posting: { side: 'need' | 'offer' }
  desk_choose_party: { side: 'need' | 'offer' }
  desk_no_parties: { side: 'need' | 'offer' }
  desk_post_now: None
  desk_cancel: None
  desk_preview: None
  desk_preview_lead: None
  desk_preview_found: { count: number }
  desk_preview_later: None
  desk_readiness: { score: number }
  desk_first_change: None
  desk_form_work: None
  desk_form_place: None
  desk_form_terms: None
  desk_form_terms_of: { kinds: readonly ('volunteer' | 'intern' | 'barter' | 'paid')[] }
  desk_form_brief: None
  desk_form_brief_lead: None
  desk_description: None
  desk_description_hint: None
  desk_lines_hint: None
  desk_skills_must: None
  desk_skills_more: None
  desk_currency: None
  desk_unit: None
  desk_pay_unit: { unit: 'hour' | 'project' }
  desk_city: None
  desk_region: None
  desk_postal_code: None
  desk_country_name: None
  desk_max_distance: None
  desk_visibility: None
  desk_visible_to: { to: 'network' | 'partner' }
  desk_causes: None
  desk_learning_goals: None
  desk_hours_required: None
  desk_credit_required: None
  desk_paid_only: None
  desk_brief_outcome: None
  desk_brief_moves: None
  desk_brief_move: { moves: 'revenue' | 'mission' | 'time_freed' | 'none' }
  desk_brief_steps: None
  desk_brief_document: None
  desk_brief_autonomy: None
  desk_brief_decides: { autonomy: 'decides' | 'proposes' | 'follows' }
  desk_brief_check_ins: None
  desk_brief_training: None
  desk_brief_repeats: None
  desk_brief_gains: None
}
