/** What the checks of introductions, engagements, hours and rings say without a value. */
export const workFaultSayings = [
  'minute',
  'zero_or_minute',
  'hours_or_span',
  'span_short',
  'not_over',
  'hours_same',
  'hours_of_own_side',
  'hours_changed',
  'hours_missing',
  'hours_confirmed',
  'name_side',
  'engagement_unknown',
  'helper_unknown',
  'name_engagement',
  'helper_without_engagement',
  'row_twice',
  'row_without_end',
  'row_without_start',
  'row_without_hours',
  'row_without_day',
  'entry_unknown',
  'session_of_engagement',
  'session_not_over',
  'session_logged',
  'session_of_need',
  'session_begun',
  'session_unfit',
  'session_at_once',
  'session_of_introduction',
  'pair_unfit',
  'ring_broken',
] as const

export const sessionStates = ['full', 'removed', 'over'] as const

/** Faults of work. Ids are written as they are in every language. */
export interface WorkFaultMessages {
  fault_of_work: { what: (typeof workFaultSayings)[number] }
  /** The hours of a row are not those between its start and end. */
  fault_hours_differ: { hasBreak: boolean }
  fault_hours_on_day: { hours: number; day: string }
  fault_span_long: { from: string }
  fault_after_today: { day: string; zone: string }
  fault_before_work: { day: string }
  fault_after_work: { day: string }
  fault_day_full: { day: string }
  /** The entry `id` says that somebody worked at the same time. */
  fault_overlaps: { id: string; side: 'need' | 'offer'; from: string; to: string }
  fault_several_engagements: { engagements: readonly { id: string; title: string }[] }
  fault_session: { id: string; state: (typeof sessionStates)[number] }
  /** `by` is null if the reader may not know the engagement. */
  fault_time_promised: { id: string; by: string | null }
  fault_takes_hours: { id: string; hours: number }
  fault_expiry: { least: number; most: number }
  fault_held: { id: string; ring: string }
  fault_clock_ahead: { days: number }
  fault_clock_back: { at: string }
}
