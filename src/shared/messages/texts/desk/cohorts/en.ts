import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Place the students of a program at needs, by their choices and those of the organizations.',
  empty: 'There are no cohorts yet. Make one for the students whom you want to place together.',
  no_programs: 'A cohort needs a program first, and its students.',
  new: 'New cohort',
  edit: 'Change this cohort',
  create: 'Create',
  program: 'Program',
  needs: 'Needs',
  own_needs: 'Your open needs that accept students',
  more_needs: 'Further needs',
  more_needs_hint: 'Addresses of the public pages of other partners’ needs, or their ids, one to a line.',
  students: 'Students',
  all_of_program: 'All students of the program',
  choose_students: 'Choose students',
  takes_all: 'Students who join the program later take part too. Those without consent are not placed.',
  takes_some: 'Students who join the program later do not take part until you choose them.',
  take_consenting: 'Take all who consent today',
  take_all: 'Take the whole program, also who comes later',
  tick_lead: 'Tick who takes part, and save before you go to another page.',
  add_found: 'Add everybody found',
  remove_found: 'Leave out everybody found',
  preferences: 'Choices',
  import_preferences: 'Import choices',
  run: 'Place the cohort',
  run_lead: 'Nothing is proposed yet. Place as often as you like, compare, and publish the one you want.',
  method: 'Method',
  placements: 'Placements',
  no_placements: 'Nobody was placed yet. Collect the choices, then place the cohort.',
  placed: 'Placed',
  first_choices: 'First choices',
  compare: 'Compare',
  compare_with: 'Compare with',
  ranks: 'Choices that were met',
  ranks_note: 'For students who sent no choices, their best matches count as choices.',
  unplaced: 'Not placed',
  nobody_unplaced: 'Everybody is placed.',
  reason: 'Why',
  student: 'Student',
  need: 'Need',
  organization: 'Organization',
  choice: 'Choice',
  introduction: 'Introduction',
  print_list: 'List to print',
  print: 'Print this page with your browser.',
  publish: 'Publish',
  publish_sure: 'Each placed student gets an introduction. This cannot be undone.',
  publishing: 'The introductions are being proposed. This page updates by itself.',
  remove: 'Delete this draft',
  remove_sure: 'The draft and its results go. The cohort and the choices stay.',
  score: 'Sum of scores',
  blocking: 'Pairs that would prefer each other',
  same: 'Same in both',
  better: 'Better in this one',
  worse: 'Better in the other one',
  moved: 'Who is placed elsewhere',
  this_run: 'This placement',
  other_run: 'The other one',
  not_placed: 'Not placed',
  erased_student: 'An erased student',
  gone_need: 'A need that is not open any more',
  not_introduced: 'Not introduced',
  back: 'Back to the cohort',
}
const METHODS = {
  stable: 'Stable: nobody could do better together',
  most_placed: 'As many placed as possible',
}
const STATUSES = {
  draft: 'Draft',
  publishing: 'Being published',
  published: 'Published',
}
const REASONS = {
  not_ranked: 'Not open, or without consent',
  no_match: 'Nothing in the cohort matches',
  kept_by_rule: 'A rule of the cohort',
  no_room: 'Others were placed at all their choices',
}
const STUDENTS_SHOWN = {
  all: 'All of the program',
  consenting: 'Open, with consent',
  taking: 'Who take part',
}
const ACTIONS = {
  cohort_created: 'Created a cohort',
  cohort_changed: 'Changed a cohort',
  cohort_students_chosen: 'Chose the students of a cohort',
  cohort_placed: 'Placed a cohort',
  placement_published: 'Published a placement',
  placement_removed: 'Deleted a draft placement',
}
const REFUSALS = {
  placement_published:
    'This placement is published already and stays as the record of its introductions. Withdraw those on their pages, or place the others anew.',
  candidates_published:
    'Some of these students are published in another result of this cohort already. To place them anew, first withdraw their introductions.',
  locked_pairs_impossible: 'A locked pair of this cohort cannot be placed. Look at its rules.',
  cohort_has_placements:
    'A placement of this cohort is published. The cohort stays as its record. Create a new cohort for others.',
}

export const en: DeskAreas['cohorts'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_cohorts: () => 'Cohorts',
    desk_cohort: ({ word }) => WORDS[word],
    desk_cohort_method: ({ method }) => METHODS[method],
    desk_placement_status: ({ status }) => STATUSES[status],
    desk_unplaced_reason: ({ reason }) => REASONS[reason],
    desk_choices_sent: ({ sent, all }, { number }) =>
      `${number(sent)} of ${number(all)} students sent choices`,
    desk_cohort_takes: ({ taking, all }, { number }) =>
      `${number(taking)} of ${number(all)} students of the program take part`,
    desk_cohort_students_shown: ({ which }) => STUDENTS_SHOWN[which],
    desk_rankings_sent: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'organization', 'organizations')} ranked students`,
    desk_placed_of: ({ placed, all }, { number }) => `${number(placed)} of ${number(all)} placed`,
    desk_choice_got: ({ rank }) => `Choice ${rank}`,
    desk_not_introduced: ({ count }, { noun, number }) =>
      `${number(count)} placed ${noun(count, 'student was', 'students were')} not introduced. The list to print says why.`,
  },
}
