import { type CohortMessages, cohortWords } from '../../../../src/shared/messages/desk/cohorts.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const cohorts: ValuesOf<CohortMessages> = {
  desk_cohort: cohortWords.map((word) => ({ word })),
  desk_cohort_method: [{ method: 'stable' }, { method: 'most_placed' }],
  desk_placement_status: [{ status: 'draft' }, { status: 'publishing' }, { status: 'published' }],
  desk_unplaced_reason: [
    { reason: 'not_ranked' },
    { reason: 'no_match' },
    { reason: 'kept_by_rule' },
    { reason: 'no_room' },
  ],
  desk_choices_sent: [{ sent: 17, all: 1700 }],
  desk_cohort_takes: [{ taking: 17, all: 1700 }],
  desk_cohort_students_shown: [{ which: 'all' }, { which: 'consenting' }, { which: 'taking' }],
  desk_rankings_sent: [{ count: 1 }, { count: 17 }],
  desk_placed_of: [{ placed: 17, all: 1700 }],
  desk_choice_got: [{ rank: 3 }],
  desk_not_introduced: [{ count: 1 }, { count: 17 }],
}
