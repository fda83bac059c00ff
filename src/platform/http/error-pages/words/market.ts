import type { Explanation } from './explanation.ts'

/** Errors of proposals: introductions, rings and placements. */
export const marketErrors = {
  need_not_open: {
    meaning: 'The need no longer accepts proposals.',
    causes: ['It was filled or closed, perhaps just now by another introduction.'],
    next: [
      'Read the matches of the offer again and choose another need.',
      'If it is your own need, reopen it with `POST /v1/needs/{id}/reopen`.',
    ],
    detail: 'The need is no longer open. Choose another need with GET /v1/offers/{id}/matches.',
  },
  guardian_consent_missing: {
    meaning: 'The helper is under 18, and no consent of a guardian is recorded.',
    causes: ['The age band was set, or the consent removed, after the introduction was proposed.'],
    next: [
      "The helper's partner records `guardian_consent` of the candidate or in the helper's credentials. Then accept again.",
    ],
    detail:
      'The helper is under 18, and no consent of a guardian is recorded. Record it with the helper or the candidate, as guardian_consent, then accept.',
  },
  fully_committed: {
    meaning: 'The hours of the helper are already reserved for other work.',
    causes: [
      'Active engagements reserve weekly hours of the offer, and of the `max_hours_per_week` of its helper. Too few are left for this work.',
      'Another introduction of the helper was accepted just now.',
    ],
    next: [
      'Accept with fewer hours: `{ "hours_per_week": 4 }`.',
      'End or complete one of the engagements in `errors`. Its hours are free at once.',
      'If the helper agrees to do more, accept with `{ "overcommit": true }`.',
    ],
    detail:
      'The helper has 4 hours a week left. This work takes 6 hours a week. See errors for the engagements that take the others. Agree on fewer hours with hours_per_week, or accept with overcommit.',
    faults: [
      {
        pointer: '',
        code: 'fully_committed',
        detail: 'engagement_019f3a52-7c31-7d04-9a3e-5b0c6d2f1e88 takes 6 hours a week.',
      },
    ],
  },
  session_not_open: {
    meaning: 'A session of the introduction no longer takes helpers.',
    causes: [
      'Its last place was taken, perhaps just now by another introduction.',
      'It has already begun, or was removed from the need.',
    ],
    next: [
      '`errors` names each such session. Accept with the `session_ids` of the others.',
      'If it is your own need, give the session more `positions`.',
    ],
    detail: 'Some of these sessions take nobody any more. See errors. Name the others in session_ids.',
    faults: [
      {
        pointer: '',
        code: 'session_full',
        detail: 'session_01h455vb4pex5vsknk084sn02q has no place left.',
      },
    ],
  },
  offer_not_open: {
    meaning: 'The offer does not accept new proposals.',
    causes: ['It is paused or closed. A paused offer keeps the proposals that it already has.'],
    next: [
      'Read the matches of the need again and choose another offer.',
      'If it is your own offer, resume it with `POST /v1/offers/{id}/resume`.',
    ],
    detail:
      'The offer is closed or deleted, so it takes no new work. Decline the introduction, or choose another offer with GET /v1/needs/{id}/matches.',
  },
  not_a_match: {
    meaning: 'The need and the offer do not match, so they cannot be introduced.',
    causes: [
      'One side does not meet a condition of the other, such as the place, the kind of help, the hours or the price.',
    ],
    next: [
      '`errors` lists every obstacle with the smallest change that removes it.',
      'Propose only pairs from `GET /v1/needs/{id}/matches`.',
    ],
    detail: 'This need and this offer do not match. See errors for the reasons.',
    faults: [
      {
        pointer: '',
        code: 'kind_not_accepted',
        detail: 'The need does not accept paid help. Accept it, or choose another offer.',
      },
    ],
  },
  introduction_standing: {
    meaning: 'This need and this offer already have an introduction.',
    causes: [
      'An earlier proposal is unanswered or was accepted, perhaps made by the other side, and the work has not ended.',
    ],
    next: ['Find it with `GET /v1/introductions` and continue with it.'],
    detail:
      'This need and offer already have an open introduction or work under way. Find it with GET /v1/introductions?need_id=…&offer_id=….',
  },
  introduction_not_open: {
    meaning: 'The introduction has already been answered or has ended.',
    causes: ['It was accepted, declined or withdrawn.', 'Nobody answered before `expires_at`.'],
    next: ['Read the introduction to see its state.', 'If it expired, propose again.'],
    detail: 'The introduction has expired. Propose it again with POST /v1/introductions.',
  },
  introduction_not_yours_to_answer: {
    meaning: 'This step belongs to the other side.',
    causes: ['The side that proposed may withdraw; the other side may accept or decline.'],
    next: [
      'Wait for `introduction.accepted` or `introduction.declined`. To end your own proposal, withdraw it.',
    ],
    detail:
      'Only the offer side may answer, because the need side proposed. Wait for its answer, or take the proposal back with POST /v1/introductions/{id}/withdraw.',
  },
  too_many_introductions: {
    meaning: 'The need or the helper already has the maximum number of unanswered introductions.',
    causes: ['Several proposals are waiting for an answer.'],
    next: [
      'Wait for an answer, or withdraw a proposal that you no longer want.',
      'Propose to another match.',
    ],
    detail: 'The need already has 5 open introductions. Wait for an answer or withdraw one.',
  },
  too_many_proposals: {
    meaning: 'You have too many proposals that were not accepted.',
    causes: [
      'Many of your proposals to one partner, or to all partners together, are unanswered, or were declined, withdrawn or expired recently.',
    ],
    next: [
      'Try again after the time in `Retry-After`. `detail` names it too.',
      'Propose to another partner.',
    ],
    detail:
      'You have made 20 proposals to this partner that are unanswered or ended recently; the limit is 20. Try again after 2026-03-02T09:00:00.000Z.',
  },
  declined_recently: {
    meaning: 'The other side has recently declined the same proposal.',
    causes: [
      'A proposal for the same organization and helper, or a ring of the same parties, was declined recently.',
    ],
    next: [
      'Respect the answer and choose another match.',
      'If something has changed, propose again after the time in `Retry-After`.',
    ],
    detail:
      'The other side declined a proposal of yours for the same organization and helper. Try again after 2026-03-02T09:00:00.000Z.',
  },
  ring_not_open: {
    meaning: 'The ring can no longer be answered, or the clearing has no result yet.',
    causes: [
      'All parties accepted, one declined, or `expires_at` has passed.',
      'The clearing is still running, or it failed.',
    ],
    next: [
      'Read the ring or the clearing to see its state.',
      'Look for new rings with `GET /v1/organizations/{id}/rings`.',
    ],
    detail: 'The ring has expired. Propose it again with POST /v1/rings.',
  },
  not_a_ring: {
    meaning: 'These links do not form a ring.',
    causes: [
      'A receiver is not the giver of the next link, or a party gives twice.',
      'A giver and a receiver no longer match.',
      'None of the parties is yours.',
    ],
    next: [
      '`errors` names the links that fail.',
      'Propose rings from `GET /v1/organizations/{id}/rings` unchanged.',
    ],
    detail: 'These links do not form a ring that can start now. See errors for the reasons.',
    faults: [
      {
        pointer: '/links/1',
        code: 'not_a_match',
        detail: 'This giver and receiver do not match at the moment.',
      },
    ],
  },
  held_in_ring: {
    meaning: 'The need or the offer is reserved for a proposed ring.',
    causes: ['Until all parties of a ring have answered, its needs and offers cannot be used elsewhere.'],
    next: [
      'Wait until the ring has started or ended. `errors` names it if it is yours.',
      'Decline that ring to free your posting.',
    ],
    detail:
      'The offer is reserved for a proposed ring. Wait until the ring ends, or choose another offer with GET /v1/needs/{id}/matches.',
  },
  credit_limit: {
    meaning: 'A party would owe more hours than its limit allows.',
    causes: [
      'The party has received more hours in rings than it has given.',
      'A new limit is below what the party owes.',
    ],
    next: [
      'The party can give hours first.',
      'Set a higher limit with `PUT /v1/credits/{party_id}/limit`, if you trust it.',
    ],
    detail:
      'With these hours a party would owe more than its limit. It must give hours first, or get a higher limit.',
  },
  placement_published: {
    meaning: 'The placement was already published.',
    causes: ['It was published before. Its introductions exist or are being created.'],
    next: [
      'Read its results. To place the others, set `candidate_ids` of the cohort to them, place it again and publish that placement.',
      'A published placement is not deleted. Withdraw its introductions with `POST /v1/introductions/{id}/withdraw`.',
    ],
    detail:
      'The placement is already published. To place the others, set candidate_ids of the cohort to them and run a new one with POST /v1/cohorts/{id}/placements.',
  },
  candidates_published: {
    meaning: 'A student of this draft is published in another placement of the cohort.',
    causes: [
      'Another placement of the cohort was published, and an introduction of the student from it is open or accepted.',
      'That placement is being published at this moment.',
    ],
    next: [
      '`detail` names the published placement. To place the other students, set `candidate_ids` of the cohort to them, run a new placement and publish it.',
      'To place a student anew, first withdraw the introduction with `POST /v1/introductions/{id}/withdraw`. Students whose introduction was declined or expired can be published again.',
    ],
    detail:
      '12 students of this draft are published in placement_01h455vb4pex5vsknk084sn02q of the same cohort already. To place the others, set candidate_ids of the cohort to them and run a new placement. To place somebody anew, first withdraw their introduction with POST /v1/introductions/{id}/withdraw.',
  },
  locked_pairs_impossible: {
    meaning: 'A locked pair of the cohort cannot be placed.',
    causes: [
      'The candidate is not open, has not agreed to share the profile, or does not match the need.',
      'The need is not open, or not visible to you.',
      'More candidates are locked to a need or an organization than it takes.',
      'Two locked candidates must be placed together or apart, which their needs contradict.',
    ],
    next: [
      '`detail` names the first such pair. Remove it from `rules.locked_pairs`, or remove the obstacle.',
    ],
    detail: 'The locked pair does not match, or one of the two does not take part.',
  },
  cohort_has_placements: {
    meaning: 'The cohort has a published placement, so it cannot be deleted.',
    causes: ['One of its placements was published.'],
    next: ['Keep the cohort. Its placements stay readable, and drafts do no harm.'],
    detail:
      'A placement of this cohort has been published. The cohort stays as its record. For other students or needs, create a new one with POST /v1/cohorts.',
  },
} as const satisfies Record<string, Explanation>
