import type { DeskMessages } from './desk-messages.ts'
import type { FaultMessages } from './fault-messages.ts'

/**
 * The values of each message, by its code. Skills, words and causes are as somebody posted them. `textOf` writes skills and
 * common causes (values called `skill`, `skills` and `causes`) with their names in the reader's language.
 */
export interface MessageValues
  extends FactorMessages,
    BlockerMessages,
    ChangeMessages,
    BlockedMessages,
    NoticeMessages,
    PostingNoticeMessages,
    AdviceMessages,
    SummaryMessages,
    FaultMessages,
    DeskMessages {}

type None = Record<never, never>

type Side = 'need' | 'offer'
type Party = 'helper' | 'organization'
type OfferKind = 'volunteer' | 'intern' | 'barter' | 'paid'
type OrganizationKind = 'solopreneur' | 'small_business' | 'nonprofit'
/** `age_over_18`, `background_check` or `licence:<name>`. */
type Requirement = string
/** ISO date. */
type Day = string
/** BCP 47. */
type LanguageTag = string
/** ISO 3166-1 alpha-2. */
type Country = string

export interface Money {
  amountMinor: number
  /** ISO 4217. */
  currency: string
}

interface Price {
  cost: Money
  unit: 'hour' | 'project'
}

interface FactorMessages {
  skills_offered: { skills: { offered: string; closeTo: string | null }[] }
  skills_in_text: { skills: string[] }
  skills_not_listed: { skills: string[]; more: number }
  causes_shared: { causes: string[] }
  causes_differ: { causes: string[] }
  goals_taught: { skills: string[] }
  goals_not_taught: { skills: string[] }
  return_given: { skills: string[] }
  return_not_given: { skills: string[] }
  nothing_in_return: None
  rate_within_budget: None
  rate_above_budget: { share: number | null }
  engagements_completed: { party: Party; completed: number; total: number }
  introductions_answered: { party: Party; answered: number; total: number; hours: number }
  introductions_ignored: { party: Party; total: number }
  quick_answers_count: None
  already_connected: None
  same_partner: None
  texts_about_the_same: None
  texts_about_similar: None
  posted: { needDaysAgo: number; offerDaysAgo: number }
  remote_hours_shared: { hours: number }
  apart: { km: number; isApproximate: boolean }
  same_area: None
  same_place: None
  hours_enough: { wanted: number }
  hours_in_part: { offered: number; wanted: number }
  times_shared: { hours: number }
  no_time_shared: None
  sessions_attended: { attended: number; sessions: number }
  words_shared: { words: string[] }
  words_near: { words: string[] }
  skills_in_both_texts: { skills: string[] }
}

interface BlockerMessages {
  kind_not_accepted: { kind: OfferKind }
  not_visible: { sides: Side[] }
  blocked: None
  declined: None
  no_shared_language: { organization: LanguageTag[]; helper: LanguageTag[] }
  volunteer_for_profit: { organization: OrganizationKind }
  not_open_to_organization: { openTo: OrganizationKind[] }
  over_budget: Price & { budget: Money }
  paid_only: None
  guardian_consent_missing: None
  below_pay_floor: { country: Country; floor: Money; source: string; year: number }
  work_on_site: None
  work_remote: None
  distance_unknown: None
  place_out_of_reach: { km: number; limitKm: number; isApproximate: boolean }
  must_skill_missing: { skills: string[] }
  nothing_in_common: None
  requirement_not_held: { requirements: Requirement[]; day: Day }
  ended: { side: Side; day: Day }
  helper_starts_too_late: { startsOn: Day; endsOn: Day }
  helper_ends_too_early: { startsOn: Day; endsOn: Day }
  ends_before_start: None
  no_day_free: { startsOn: Day; endsOn: Day | null }
  no_session_fits: { sessions: number }
  sessions_over: None
  deadline_passed: { atMs: number }
  too_few_hours: { wanted: number; offered: number }
  too_few_hours_left: { wanted: number; left: number; offered: number }
  fully_committed: { offered: number }
  positions_taken: None
  not_open: { side: Side; status: 'filled' | 'paused' | 'closed' }
  not_available: None
}

/** Smallest changes that would open a gate. */
interface ChangeMessages {
  accept_kind: { kind: OfferKind }
  show_to_network: { sides: Side[] }
  remove_block: None
  post_again: None
  add_language: { language: LanguageTag }
  open_to_business_or_accept_others: { organization: OrganizationKind }
  open_to_organization: { organization: OrganizationKind }
  raise_budget: Price
  add_budget: None
  record_guardian_consent: None
  raise_rate: { floor: Money }
  make_hybrid: None
  make_remote: None
  make_remote_for_helper: None
  offer_remote_work: None
  add_coordinates: { sides: Side[]; orPostalCode: boolean }
  raise_distance: { sides: Side[]; km: number }
  relax_must: { skills: string[] }
  add_skill: { skill: string }
  list_skills: None
  add_credential: { requirements: Requirement[]; day: Day }
  extend: { side: Side; day: Day }
  extend_need_or_start_earlier: { startsOn: Day; endsOn: Day }
  extend_offer_or_start_earlier: { startsOn: Day; endsOn: Day }
  correct_end: None
  free_a_day: { startsOn: Day; endsOn: Day | null }
  /** Times of day such as 09:30, on the clocks of the zone. */
  free_for_session: { day: Day; start: string; end: string; timeZone: string }
  end_work_at_session: { day: Day; start: string; end: string; timeZone: string }
  add_session: None
  move_deadline: None
  offer_more_hours: { hours: number }
  free_hours: { hours: number }
  add_position: None
  reopen: { side: Side }
  choose_another: None
}

/** Rules that exclude many postings of the other side. */
interface BlockedMessages {
  blocked_offers: BlockedPostings & { kinds: Record<OfferKind, number>; organization: OrganizationKind }
  blocked_needs: BlockedPostings
}

interface BlockedPostings {
  reason: BlockedReason
  count: number
  /** Number of these that no other rule excludes. */
  countAlone: number
  /** Whether there may be more than were counted. */
  isMinimum: boolean
}

export type BlockedReason =
  | 'kind_not_accepted'
  | 'volunteer_for_profit'
  | 'not_open_to_organization'
  | 'not_visible'
  | 'on_site_only'
  | 'remote_only'
  | 'place_unknown'
  | 'place_out_of_reach'
  | 'no_shared_language'
  | 'dates_do_not_overlap'
  | 'deadline_passed'
  | 'no_session_fits'
  | 'too_few_hours'
  | 'fully_committed'
  | 'nothing_left'
  | 'must_skill_missing'
  | 'requirement_not_held'
  | 'over_budget'
  | 'paid_only'
  | 'guardian_consent_missing'
  | 'below_pay_floor'

interface NoticeMessages {
  volunteering_for_business: { organization: OrganizationKind }
  unpaid_intern_at_business: None
  credit_required: { hours: number | null }
  nothing_to_give: { skills: string[] }
  budget_missing: None
  above_budget: Price & { budget: Money; share: number | null }
  currencies_differ: { budget: string; rate: string }
  budget_not_compared: None
  pay_floor_unknown: { country: Country | null }
  pay_floor_not_compared: { country: Country; because: 'project' | 'currency' }
  credential_expires: { requirement: Requirement; day: Day }
  some_credential_expires: None
  few_hours_shared: { hours: number }
  remote_helper_for_hybrid_work: None
  few_hours_left: { left: number; offered: number }
  skills_unknown: { skills: string[] }
}

/** Reasons why a posting may not match as its author expects, and what to do. */
interface PostingNoticeMessages {
  /** A ranking is narrowed to a skill. `nearest` are names of the catalogue. */
  own_text_still_read: None
  other_texts_still_read: None
  skill_of_filter_unknown: { skill: string; nearest: string[] }
  budget_not_used: None
  gives_not_used: None
  open_to_nonprofits_only: None
  never_available: None
  sessions_outside_dates: None
  work_not_understood: None
  no_skill_known: None
}

/** Readiness of a need, and what to change. */
interface AdviceMessages {
  advice_fault: { fault: BriefFault }
  /** The cause was reported before, in a retrospective of this day. */
  advice_fault_again: { fault: BriefFault; cause: FailureCause; reportedOn: Day }
  advice_praise: {
    praise:
      | 'one_off_ends'
      | 'has_system'
      | 'has_room'
      | 'has_plan'
      | 'revenue'
      | 'mission'
      | 'time_freed'
      | 'is_teammate'
  }
  advice_change: {
    change:
      | 'write_steps'
      | 'plan_training'
      | 'say_rhythm'
      | 'say_when_done'
      | 'let_propose'
      | 'choose_other_work'
      | 'say_purpose'
      | 'say_gain'
  }
  advice_check_ins: { times: number }
}

type FailureCause = 'task_not_system' | 'micromanaged' | 'no_plan' | 'busy_work' | 'hireling_not_teammate'

type BriefFault =
  | 'no_steps'
  | 'few_steps'
  | 'no_training'
  | 'no_rhythm'
  | 'no_end_of_one_off'
  | 'daily_approval'
  | 'frequent_approval'
  | 'daily_check_ins'
  | 'frequent_check_ins'
  | 'check_ins_unsaid'
  | 'autonomy_unsaid'
  | 'short_outcome'
  | 'no_outcome'
  | 'moves_nothing'
  | 'purpose_unsaid'
  | 'gain_unsaid'
  | 'only_follows'
  | 'say_unsaid'

/** Parts of the one sentence that sums up a match. They begin in lower case and end without a full stop. */
interface SummaryMessages {
  // What a reader who needs help learns about the helper.
  knows: { skills: string[] }
  seems_to_know: { skills: string[] }
  mentions: { words: string[] }
  writes_of: { skills: string[] }
  similar_work: None
  only_time_and_place: None
  has_hours: { wanted: number }
  has_part_of_hours: { offered: number; wanted: number }
  no_common_time: None
  works_remotely: None
  is_nearby: None
  is_away: { km: number; isApproximate: boolean }
  costs_nothing: None
  costs: { cost: Money; unit: 'hour' | 'project' | 'total' }
  wants_in_return: { skills: string[] }
  wants_something_in_return: None
  // What a helper learns about the need.
  needs: { skills: string[] }
  seems_to_need: { skills: string[] }
  hours_a_week: { hours: number }
  remote_work: None
  in_your_area: None
  km_from_you: { km: number; isApproximate: boolean }
  for_organization: { organization: OrganizationKind }
  budget_of: { budget: Money; unit: 'hour' | 'project' }
  gives_in_return: { skills: string[] }
}
