type None = Record<never, never>

/** Actions of staff that the log names. */
export const cohortActions = [
  'cohort_created',
  'cohort_changed',
  'cohort_students_chosen',
  'cohort_placed',
  'placement_published',
  'placement_removed',
] as const

/** Error codes that staff may get here. */
export const cohortRefusals = [
  'placement_published',
  'candidates_published',
  'locked_pairs_impossible',
  'cohort_has_placements',
] as const

export const cohortWords = [
  'lead',
  'empty',
  'no_programs',
  'new',
  'edit',
  'create',
  'program',
  'needs',
  'own_needs',
  'more_needs',
  'more_needs_hint',
  'students',
  'all_of_program',
  'choose_students',
  'takes_all',
  'takes_some',
  'take_consenting',
  'take_all',
  'tick_lead',
  'add_found',
  'remove_found',
  'preferences',
  'import_preferences',
  'run',
  'run_lead',
  'method',
  'placements',
  'no_placements',
  'placed',
  'first_choices',
  'compare',
  'compare_with',
  'ranks',
  'ranks_note',
  'unplaced',
  'nobody_unplaced',
  'reason',
  'student',
  'need',
  'organization',
  'choice',
  'introduction',
  'print_list',
  'print',
  'publish',
  'publish_sure',
  'publishing',
  'remove',
  'remove_sure',
  'score',
  'blocking',
  'same',
  'better',
  'worse',
  'moved',
  'this_run',
  'other_run',
  'not_placed',
  'erased_student',
  'gone_need',
  'not_introduced',
  'back',
] as const

type UnplacedReason = 'not_ranked' | 'no_match' | 'kept_by_rule' | 'no_room'

export interface CohortMessages {
  desk_cohorts: None
  desk_cohort: { word: (typeof cohortWords)[number] }
  desk_cohort_method: { method: 'stable' | 'most_placed' }
  desk_placement_status: { status: 'draft' | 'publishing' | 'published' }
  desk_unplaced_reason: { reason: UnplacedReason }
  desk_choices_sent: { sent: number; all: number }
  desk_cohort_takes: { taking: number; all: number }
  desk_cohort_students_shown: { which: 'all' | 'consenting' | 'taking' }
  desk_rankings_sent: { count: number }
  desk_placed_of: { placed: number; all: number }
  desk_choice_got: { rank: number }
  desk_not_introduced: { count: number }
}
