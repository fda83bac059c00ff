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
    introduction_standing: 'These two are already introduced, or a proposal is waiting.',
    too_many_introductions:
      'Too many proposals wait on one side already. Wait for an answer, or withdraw one.',
    too_many_proposals: 'Your desk has proposed as much as it may for now. Wait for answers first.',
    declined_recently: 'This was declined not long ago. Try somebody else for now.',
    held_in_ring: 'This offer is reserved for a ring that is being agreed on.',
    session_not_open: 'None of the dates of this need is still free.',
    precondition_failed:
      'Somebody else has changed this since you opened it. Open it again and repeat your change.',
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
    desk_near_lead: () => 'This would match if one thing changed:',
    desk_propose: () => 'Propose',
    desk_message_hint: () =>
      'What the other side should know. Leave out contact details: both sides see them once the proposal is accepted.',
    desk_compare: () => 'Compare',
    desk_compare_lead: () => 'Choose two to four matches above to see them side by side.',
    desk_compare_choose: () => 'Compare this one',
    desk_compare_few: () => 'Choose at least two matches of this need first.',
  },
}
