import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { open: 'Open', filled: 'Filled', paused: 'Paused', closed: 'Closed' }
const SET = { open: 'Open again', filled: 'Mark as filled', paused: 'Pause', closed: 'Close' }
const FITS = { strong: 'Strong fit', good: 'Good fit', possible: 'Possible fit', weak: 'Weak fit' }
const PARTY = { need: 'Organization', offer: 'Helper' }
const POST = { need: 'Post a need', offer: 'Post an offer' }
const LEAD = {
  need: 'What your organizations need help with. Open one to see who could help.',
  offer: 'What your helpers offer. Open one to see where it is needed.',
}
const EMPTY = {
  need: 'No needs yet. Post the first one, in your own words.',
  offer: 'No offers yet. Post the first one, in your own words.',
}
const NOBODY = {
  need: 'No offer matches yet. See below what comes near, or say in more words what you need.',
  offer: 'No need matches yet. See below what comes near, or say in more words what is offered.',
}
const NOT_OPEN = {
  need: 'Only open needs are matched. Open it again to see who could help.',
  offer: 'Only open offers are matched. Open it again to see where it is needed.',
}
const PER = { hour: 'an hour', project: 'for the project', total: 'in all' }
const EDIT = { need: 'Edit the need', offer: 'Edit the offer' }
const CHOOSE = { need: 'Which organization needs help?', offer: 'Who offers help?' }
const NO_PARTIES = {
  need: 'No organizations yet. Add the first, or import a list.',
  offer: 'No helpers yet. Add the first, or import a list.',
}
const KINDS = { volunteer: 'volunteers', intern: 'student interns', barter: 'swaps', paid: 'paid help' }
const VISIBLE = { network: 'everybody in the network', partner: 'only us' }
const MOVES = { revenue: 'more income', mission: 'our mission', time_freed: 'our time', none: 'nothing yet' }
const DECIDES = {
  decides: 'The helper decides',
  proposes: 'The helper proposes, we decide',
  follows: 'The helper follows our steps',
}
const WHEN = {
  proofs: 'Proofs',
  times: 'Times of the week',
  times_hint: 'Such as Mon-Wed 13:00-17:00; Fri 09:00-12:00.',
  times_zone: 'Time zone of these times',
  sessions: 'Sessions',
  sessions_hint:
    'For work on certain days, such as a Saturday from nine to twelve. Leave rows blank that you do not need.',
  session_day: 'Day',
  session_start: 'From',
  session_end: 'Until',
  session_positions: 'Helpers',
  session_note: 'What to know',
  requires: 'What the helper must have',
  licences: 'Licences',
  minimum_age: 'Minimum age',
  open_to: 'Open to',
  open_to_hint: 'None ticked: all, but volunteers help nonprofits only.',
  presence: 'Certain days and days off',
  dates: 'Only on these days',
  not_available: 'Not on these days',
  days_hint: 'One on each line: 2027-03-14, or 2027-03-14 - 2027-03-21.',
  latitude: 'Latitude',
  longitude: 'Longitude',
  map_hint: 'From a map, such as 45.52 and -122.68. Only with it are distances known.',
}
const REQUIREMENTS = { age_over_18: 'Must be over 18', background_check: 'Background check' }

export const en: DeskAreas['postings'] = {
  actions: {
    introduction_proposed: 'Proposed an introduction',
    need_posted: 'Posted a need',
    need_changed: 'Changed a need',
    need_status_changed: 'Changed the status of a need',
    offer_posted: 'Posted an offer',
    offer_changed: 'Changed an offer',
    offer_status_changed: 'Changed the status of an offer',
  },
  refusals: {
    not_a_match: 'These two do not match. See below what keeps them apart.',
    introduction_standing:
      'These two are already introduced, or a proposal is waiting. Look for it under introductions.',
    too_many_introductions:
      'Too many proposals wait on one side already. Wait for an answer, or withdraw one.',
    too_many_proposals: 'Your desk has proposed as much as it may for now. Wait for answers first.',
    declined_recently: 'This was declined not long ago. Try somebody else for now.',
    held_in_ring:
      'This offer is reserved for a ring that is being agreed on. Wait until the ring ends, or choose another offer.',
    session_not_open: 'None of the dates of this need is still free. Choose another need.',
    precondition_failed:
      'Somebody else has changed this since you opened it. Look in another window at what it says now. If yours should replace that, send it again.',
    invalid_cursor: 'This page of the list is too old. Start again at its beginning.',
    not_ready: 'Matches are being prepared. Try again in a minute.',
  },
  words: {
    desk_needs: () => 'Needs',
    desk_offers: () => 'Offers',
    desk_postings_lead: ({ side }) => LEAD[side],
    desk_postings_empty: ({ side }) => EMPTY[side],
    desk_post: ({ side }) => POST[side],
    desk_party: ({ side }) => PARTY[side],
    desk_posting_status: ({ status }) => STATUSES[status],
    desk_set_status: ({ status }) => SET[status],
    desk_not_open: ({ side }) => NOT_OPEN[side],
    desk_nothing_found: () => 'Nothing fits this search. Try fewer words, or show all.',
    desk_short_day: ({ day }, { shortDay }) => shortDay(day),
    desk_search: () => 'Search',
    desk_words: () => 'Words',
    desk_title: () => 'Title',
    desk_edit: () => 'Edit',
    desk_notices: () => 'Good to know',
    desk_own: () => 'yours too',
    desk_matches: () => 'Matches',
    desk_matches_empty: ({ side }) => NOBODY[side],
    desk_fit: ({ fit }) => FITS[fit],
    desk_fit_name: () => 'How well it fits',
    desk_summary: () => 'In a sentence',
    desk_cost: () => 'Cost',
    desk_cost_none: () => 'Costs no money',
    desk_match_cost: ({ cost, unit }, { money }) => `${money(cost)} ${PER[unit]}`,
    desk_covered: () => 'Skills covered',
    desk_missing: () => 'Skills missing',
    desk_why: () => 'Why they match',
    desk_blocked: () => 'What keeps them apart',
    desk_blocked_by: () => 'What keeps others apart',
    desk_near: () => 'Near misses',
    desk_near_show: () => 'Show near misses',
    desk_near_none: () => 'Nothing else comes close.',
    desk_near_lead: ({ count }) =>
      count === 1 ? 'This would match if one thing changed:' : 'This would match if these things changed:',
    desk_propose: () => 'Propose',
    desk_message_hint: () =>
      'What the other side should know. Leave out contact details: both sides see them once the proposal is accepted.',
    desk_compare: () => 'Compare',
    desk_compare_lead: () => 'Choose two to four matches above to see them side by side.',
    desk_compare_choose: () => 'Compare this one',
    desk_compare_few: () => 'Choose at least two matches of this need first.',
    desk_compare_most: ({ chosen, shown }) => `You chose ${chosen} matches. The first ${shown} are shown.`,
    desk_edit_posting: ({ side }) => EDIT[side],
    desk_choose_party: ({ side }) => CHOOSE[side],
    desk_no_parties: ({ side }) => NO_PARTIES[side],
    desk_post_now: () => 'Post',
    desk_cancel: () => 'Cancel',
    desk_preview: () => 'Preview matches',
    desk_preview_lead: () => 'Matches appear here while you write, or once you choose “Preview matches”.',
    desk_preview_found: ({ count }, { number, noun }) =>
      `${number(count)} ${noun(count, 'match', 'matches')}`,
    desk_preview_later: () => 'Fill in what is still missing to see matches.',
    desk_readiness: ({ score }) => `Ready to succeed: ${score} of 100`,
    desk_first_change: () => 'What would help most:',
    desk_when: ({ word }) => WHEN[word],
    desk_requirement: ({ which }) => REQUIREMENTS[which],
    desk_least_age: ({ age }) => `At least ${age}`,
    desk_form_work: () => 'The work',
    desk_form_place: () => 'Where and when',
    desk_form_terms: () => 'Terms',
    desk_form_terms_of: ({ kinds }, { either }) => `Terms of ${either(kinds.map((kind) => KINDS[kind]))}`,
    desk_form_brief: () => 'How you will work together',
    desk_form_brief_lead: () => 'Help fails less often when this is clear from the start.',
    desk_description: () => 'Description',
    desk_description_hint: () => 'In your own words. Skills are read from them too.',
    desk_lines_hint: () => 'One on each line.',
    desk_skills_must: () => 'Skills that are a must',
    desk_skills_more: () => 'Further skills',
    desk_currency: () => 'Currency, such as USD',
    desk_unit: () => 'Pays for',
    desk_pay_unit: ({ unit }) => PER[unit],
    desk_city: () => 'City',
    desk_region: () => 'State or region',
    desk_postal_code: () => 'Postal code',
    desk_country_name: () => 'Country',
    desk_max_distance: () => 'Longest distance in km',
    desk_visibility: () => 'Who sees it',
    desk_visible_to: ({ to }) => VISIBLE[to],
    desk_causes: () => 'Causes',
    desk_learning_goals: () => 'Wants to learn',
    desk_hours_required: () => 'Hours required in all',
    desk_credit_required: () => 'Must earn academic credit',
    desk_paid_only: () => 'Only paid work',
    desk_brief_outcome: () => 'How everyone will know that it is done',
    desk_brief_moves: () => 'What it improves',
    desk_brief_move: ({ moves }) => MOVES[moves],
    desk_brief_steps: () => 'Steps',
    desk_brief_document: () => 'Address of a document with the steps',
    desk_brief_autonomy: () => 'Who decides',
    desk_brief_decides: ({ autonomy }) => DECIDES[autonomy],
    desk_brief_check_ins: () => 'Talks a week',
    desk_brief_training: () => 'Hours planned for training',
    desk_brief_repeats: () => 'How often a week the work comes up',
    desk_brief_gains: () => 'What the helper gains',
  },
}
