import { type CohortMessages, cohortActions, cohortRefusals } from './desk/cohorts.ts'
import { type DeveloperMessages, developerActions, developerRefusals } from './desk/developers.ts'
import { type EngagementMessages, engagementActions, engagementRefusals } from './desk/engagements.ts'
import { type FormMessages, formActions, formRefusals } from './desk/forms.ts'
import { type ImportMessages, importActions, importRefusals } from './desk/imports.ts'
import { type InsightMessages, insightActions, insightRefusals } from './desk/insights.ts'
import { type PaperMessages, paperActions, paperRefusals } from './desk/papers.ts'
import { type PartyMessages, partyActions, partyRefusals } from './desk/parties.ts'
import { type PostingMessages, postingActions, postingRefusals } from './desk/postings.ts'
import { type RingMessages, ringActions, ringRefusals } from './desk/rings.ts'
import { type SettingMessages, settingActions, settingRefusals } from './desk/settings.ts'
import { type SprintMessages, sprintActions, sprintRefusals } from './desk/sprints.ts'
import { type StudentMessages, studentActions, studentRefusals } from './desk/students.ts'

type None = Record<never, never>
/** An instant in ms, shown in UTC until the page knows the reader's zone. */
type At = { at: number }

/** Messages of the desk, by area. */
export interface DeskMessages
  extends FrameMessages,
    FormMessages,
    PostingMessages,
    EngagementMessages,
    StudentMessages,
    ImportMessages,
    CohortMessages,
    RingMessages,
    SprintMessages,
    DeveloperMessages,
    SettingMessages,
    InsightMessages,
    PaperMessages,
    PartyMessages {
  desk_refusal: { code: (typeof refusalsOfDesk)[number] }
  desk_action: { action: (typeof actionsOfDesk)[number] }
}

/** Messages of all pages, and of home, introductions, team and log. */
export interface FrameMessages {
  desk: None
  desk_skip: None
  desk_home: None
  desk_introductions: None
  desk_team: None
  desk_audit: None
  desk_sign_in: None
  desk_sign_in_lead: None
  desk_sign_in_as: { name: string; partner: string }
  desk_sign_in_start: None
  desk_sign_out: None
  desk_signed_in_as: { name: string }
  desk_more: None
  /** With at most one decimal. */
  desk_number: { value: number }
  desk_instant: At
  desk_save: None
  desk_change: None
  desk_request: { id: string }
  desk_wrong: None

  desk_waiting: None
  desk_nothing_waits: None
  desk_answer_by: None
  desk_introductions_wait: { count: number }
  /** `isMore`: there are more than were counted. */
  desk_waits: {
    what: 'hours' | 'rings' | 'imports' | 'sprints' | 'credentials'
    count: number
    isMore: boolean
  }
  desk_show: None

  desk_name: None
  desk_role: None
  desk_status: None
  desk_role_name: { role: 'viewer' | 'editor' | 'admin' }
  desk_role_about: { role: 'viewer' | 'editor' | 'admin' }
  desk_status_name: { status: 'invited' | 'active' | 'suspended' }
  desk_last_seen: None
  desk_never: None
  desk_invite: None
  desk_invite_lead: None
  desk_link_made: { name: string }
  desk_link_lead: { hours: number }
  desk_link_new: None
  desk_suspend: None
  desk_resume: None
  desk_remove: None
  desk_remove_sure: { name: string }
  desk_you: None

  desk_audit_lead: None
  desk_audit_empty: None
  desk_audit_when: None
  desk_audit_who: None
  desk_audit_what: None
  desk_audit_record: None
  desk_operator: None
  desk_download_csv: None

  desk_introductions_lead: None
  desk_introductions_empty: None
  desk_introduction: None
  desk_proposed_by: { side: 'need' | 'offer' }
  desk_introduction_status: { status: 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'expired' }
  desk_the_need: None
  desk_the_offer: None
  desk_message: None
  desk_accept: None
  desk_decline: None
  desk_withdraw: None
  desk_reason: None
  desk_decline_reason: { reason: DeclineReason }
  desk_overcommit: None
  desk_contacts: None
  desk_yours_to_answer: None
  desk_waits_for_others: None
  desk_filter_all: None

  desk_skills: None
  desk_accepts: None
  desk_kind: None
  desk_kinds: { kinds: readonly ('volunteer' | 'intern' | 'barter' | 'paid')[] }
  desk_positions: None
  desk_where: None
  desk_modality: { modality: 'remote' | 'onsite' | 'hybrid' }
  desk_place: None
  desk_country: { country: string }
  desk_hours: None
  desk_hours_left: None
  desk_starts: None
  desk_ends: None
  desk_day: { day: string }
  desk_budget: None
  desk_price: { price: { cost: { amountMinor: number; currency: string }; unit: 'hour' | 'project' } }
  desk_gives: None
  desk_wants: None
  desk_contact_name: None
  desk_contact_email: None
  desk_contact_phone: None
}

export const frameRefusals = [
  'not_found',
  'role_missing',
  'form_not_from_here',
  'sign_in_link_spent',
  'last_administrator',
  'too_many_staff',
  'staff_suspended',
  'introduction_not_open',
  'introduction_not_yours_to_answer',
  'need_not_open',
  'offer_not_open',
  'fully_committed',
  'validation_failed',
  'guardian_consent_missing',
  'overloaded',
  'rate_limited',
  'too_many_open_requests',
  'request_timeout',
  'uri_too_long',
  'rings_unavailable',
  'database_unavailable',
  'internal',
] as const

/** Error codes that people at the desk may get. */
export const refusalsOfDesk = [
  ...frameRefusals,
  ...formRefusals,
  ...postingRefusals,
  ...engagementRefusals,
  ...studentRefusals,
  ...importRefusals,
  ...cohortRefusals,
  ...ringRefusals,
  ...sprintRefusals,
  ...developerRefusals,
  ...settingRefusals,
  ...insightRefusals,
  ...paperRefusals,
  ...partyRefusals,
] as const

export const frameActions = [
  'signed_in',
  'staff_invited',
  'staff_link_renewed',
  'staff_role_changed',
  'staff_suspended',
  'staff_resumed',
  'staff_removed',
  'introduction_accepted',
  'introduction_declined',
  'introduction_withdrawn',
] as const

/** Actions of staff, in the log. */
export const actionsOfDesk = [
  ...frameActions,
  ...formActions,
  ...postingActions,
  ...engagementActions,
  ...studentActions,
  ...importActions,
  ...cohortActions,
  ...ringActions,
  ...sprintActions,
  ...developerActions,
  ...settingActions,
  ...insightActions,
  ...paperActions,
  ...partyActions,
] as const

type DeclineReason =
  | 'not_needed_any_more'
  | 'no_time_now'
  | 'skills_do_not_fit'
  | 'hours_do_not_fit'
  | 'terms_do_not_fit'
  | 'too_far_away'
  | 'found_someone_else'
  | 'other'
