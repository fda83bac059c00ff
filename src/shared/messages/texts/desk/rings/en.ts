import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = {
  proposed: 'Waits for other parties',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Expired',
  broken: 'Did not start',
}
const OUTCOMES = {
  proposed: 'The work of all begins once every party has accepted.',
  accepted: 'Every party accepted, and the work of all has begun.',
  declined: 'A party declined, so nothing begins and nothing is reserved any more.',
  expired: 'Not every party answered in time, so nothing begins and nothing is reserved any more.',
  broken: 'Every party accepted, but something had changed meanwhile, so nothing begins.',
}
const REASONS = {
  not_open_any_more: 'Something in the ring is not open any more',
  fully_committed: 'A helper has no hours left',
  introduced_already: 'Two of the parties already work together',
}

export const en: DeskAreas['rings'] = {
  actions: { ring_accepted: 'Accepted a ring', ring_declined: 'Declined a ring' },
  refusals: { ring_not_open: 'This ring has ended already. A new one can be proposed.' },
  words: {
    desk_rings: () => 'Rings',
    desk_rings_lead: () => 'Each party gives to the next one and gets from the one before, without money.',
    desk_rings_empty: () =>
      'No rings yet. Post a need with what you give in return, or an offer in barter. A ring that fits shows here once it is proposed.',
    desk_ring: ({ skills }, { list }) => (skills.length === 0 ? 'Ring' : `Ring: ${list(skills)}`),
    desk_ring_status: ({ status }) => STATUSES[status],
    desk_ring_outcome: ({ status }) => OUTCOMES[status],
    desk_ring_reason: ({ reason }) => REASONS[reason],
    desk_ring_swapped: () => 'What goes around',
    desk_ring_parties: () => 'Parties',
    desk_ring_who: () => 'Who gives what',
    desk_ring_drawing: ({ parties }, { number }) =>
      `A ring of ${number(parties)} parties. The list below says who gives what to whom.`,
    desk_ring_gives: ({ from, skills, to }, { list }) => `${from} gives ${list(skills)} to ${to}`,
    desk_ring_party: ({ number }) => `Party ${number}`,
    desk_ring_yours: () => 'Yours',
    desk_ring_answer: ({ hasAccepted }) => (hasAccepted ? 'Has accepted' : 'Has not answered'),
    desk_ring_from: () => 'Proposed by',
    desk_ring_proposer: ({ isYou }) => (isYou ? 'You' : 'Another partner'),
    desk_ring_given: () => 'From the posting',
    desk_ring_wanted: () => 'For the posting',
    desk_ring_work: () => 'Open the work',
    desk_ring_accept_lead: () =>
      'You accept for all your parties. What they give and want is reserved until the ring ends.',
    desk_ring_decline_lead: () => 'The ring ends for every party.',
  },
}
