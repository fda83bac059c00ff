type None = Record<never, never>

/** Actions of staff that the log names. */
export const engagementActions = [
  'hours_logged',
  'hours_confirmed',
  'hours_disputed',
  'hours_corrected',
  'hours_withdrawn',
  'plan_changed',
  'engagement_done',
  'engagement_ended',
  'retrospective_sent',
] as const

/** Error codes that staff may get here. */
export const engagementRefusals = [
  'engagement_not_active',
  'not_your_side',
  'hours_not_confirmed',
  'correction_open',
  'hours_answered',
  'credit_limit',
  'retrospective_given',
  'engagement_not_ended',
  'not_silent_long_enough',
  'too_many_calendars',
] as const

export interface EngagementMessages {
  desk_correct: None
  desk_correct_lead: None
  desk_right_hours: None
  desk_sessions_over: None
  desk_engagements: None
  desk_engagements_lead: None
  desk_engagements_empty: None
  desk_engagement_status: { status: 'active' | 'completed' | 'ended_early' }
  desk_started: None
  desk_ended: None
  desk_agreed: None
  desk_done_by: None
  desk_speak_for: None
  desk_plan: None
  desk_plan_empty: None
  desk_plan_change: None
  desk_plan_hours: None
  desk_check_in: None
  desk_check_ins: { days: number; start: string; zone: string }
  desk_check_in_days: None
  desk_check_in_start: None
  desk_check_in_minutes: None
  desk_time_zone: None
  desk_time_zone_hint: None
  desk_organization_gives: None
  desk_helper_gives: None
  desk_supervisor: None
  desk_calendar: None
  desk_calendar_make: None
  desk_calendar_lead: None
  desk_back: None
  desk_hours_worked: None
  desk_hours_empty: None
  desk_hours_log: None
  desk_worked_on: None
  desk_hours_of_day: None
  desk_logged_by: None
  desk_hours_status: { status: 'logged' | 'confirmed' | 'disputed' }
  desk_confirm: None
  desk_dispute: None
  desk_finish: None
  desk_finish_lead: None
  desk_mark_done: None
  desk_end: None
  desk_end_reason: {
    reason:
      | 'agreed'
      | 'work_changed'
      | 'no_time'
      | 'skills_do_not_fit'
      | 'other_side_stopped_answering'
      | 'other'
  }
  desk_retrospective: None
  desk_retrospective_lead: None
  desk_outcome_name: None
  desk_outcome: { outcome: 0 | 1 | 2 | 3 | 4 }
  desk_hours_spent: None
  desk_obstacles: None
  desk_obstacle: {
    obstacle:
      | 'task_not_system'
      | 'micromanaged'
      | 'no_plan'
      | 'busy_work'
      | 'hireling_not_teammate'
      | 'skill_gap'
      | 'no_time_to_train'
      | 'communication'
      | 'availability'
      | 'other'
  }
  desk_again: None
  desk_yes_no: { is: boolean }
  desk_send: None
}
