import type { Explanation } from './explanation.ts'

/** Errors that concern engagements and webhooks. */
export const workErrors = {
  engagement_not_active: {
    meaning: 'The work has ended, so this step is no longer possible.',
    causes: ['Both sides marked it as done, or one side ended it early.'],
    next: ['Read the engagement to see how it ended.', 'For more work together, propose a new introduction.'],
    detail:
      'The engagement is completed, so its plan and its status no longer change. If the work goes on, propose it again with POST /v1/introductions.',
  },
  engagement_not_completed: {
    meaning: 'A record of experience needs completed work.',
    causes: ['One side has not marked the work as done, or it was ended early.'],
    next: ['Ask both sides to send `POST /v1/engagements/{id}/complete`.'],
    detail: 'Both sides must mark the work as done first, with POST /v1/engagements/{id}/complete.',
  },
  engagement_not_ended: {
    meaning: 'A retrospective can be sent only after the work has ended.',
    causes: ['The engagement is still active.'],
    next: [
      'Complete or end the engagement first. The event `engagement.completed` tells you when it is completed.',
    ],
    detail:
      'Send the retrospective after the engagement has ended: with POST /v1/engagements/{id}/complete by both sides, or /end.',
  },
  not_silent_long_enough: {
    meaning: 'The other side was active too recently to count as silent.',
    causes: [
      'You ended the work with the reason that the other side does not answer, but it was active in the last days.',
    ],
    next: [
      'Contact it again, and try after the time in `Retry-After`.',
      'End the work for another reason if there is one.',
    ],
    detail:
      'The offer side was last active at 2026-03-02T09:00:00.000Z: it counts as silent after 7 days. Until then contact it again, or end the work for another reason. Try again after 2026-03-09T09:00:00.000Z.',
  },
  not_an_internship: {
    meaning: 'Learning agreements and evaluations belong to internships.',
    causes: ['The engagement is based on an offer of another kind.'],
    next: ['Agree on the work in its plan: `PUT /v1/engagements/{id}/plan`.'],
    detail:
      'The engagement is volunteer work, not an internship. Only engagements of intern offers have agreements and evaluations.',
  },
  agreement_changed: {
    meaning: 'The version that you sent is not the newest version of the learning agreement.',
    causes: ['The other side wrote a version after you read it.'],
    next: ['Read the agreement again, then replace or approve its newest version.'],
    detail:
      'There is version 2 of the agreement. Read it with GET /v1/engagements/{id}/agreement, then send its version.',
  },
  too_many_documents: {
    meaning: 'The engagement already has the maximum number of links.',
    causes: ['Links were added and never removed.'],
    next: ['Remove links that nobody needs, or link to a folder.'],
    detail: 'An engagement can have at most 200 documents. Remove one first.',
  },
  no_evaluation: {
    meaning: 'The program asks no questions at that moment of the work.',
    causes: [
      'The program has no questions for this evaluation.',
      'The student does not belong to a program of an office.',
    ],
    next: ['The office sets `evaluations` of its program.'],
    detail: 'The program asks no mid-term questions. Its office can add them to evaluations of the program.',
  },
  evaluation_not_due: {
    meaning: 'That evaluation cannot be sent at this time.',
    causes: [
      'You sent the final evaluation more than two weeks before the planned end.',
      'You sent the mid-term evaluation after the end of the work.',
    ],
    next: ['Wait for `engagement.evaluation_due`, or send the final evaluation.'],
    detail: 'The final evaluation can be sent from 2027-04-30 on, or after the end of the work.',
  },
  evaluation_given: {
    meaning: 'Your side has already sent this evaluation.',
    causes: ['It was sent before. An evaluation cannot be changed.'],
    next: ['Read it with `GET /v1/engagements/{id}/evaluations`.'],
    detail:
      'This side has already sent that evaluation, and it is kept as it was sent. Read it with GET /v1/engagements/{id}/evaluations.',
  },
  not_your_side: {
    meaning: 'This step belongs to a side that is not yours.',
    causes: [
      '`side` names the other side.',
      'You confirmed hours that your own side logged. The other side confirms them.',
    ],
    next: [
      'Leave `side` out unless both sides are yours.',
      'Wait for the other side. Its steps arrive as events.',
    ],
    detail:
      'Only the need side may do this, and yours is the other. Wait for that side, or write to its contact, which the introduction shows.',
  },
  hours_not_confirmed: {
    meaning: 'Only confirmed hours can be corrected with a separate entry.',
    causes: ['The other side has not confirmed the hours yet.', 'The entry is itself a correction.'],
    next: [
      'Change or withdraw hours that are not confirmed. To correct a correction, correct the original entry again.',
    ],
    detail: 'These hours are not confirmed. The side that logged them can change or withdraw them.',
  },
  correction_open: {
    meaning: 'A correction of these hours has not been answered yet.',
    causes: ['One of the two sides has already corrected the same hours.'],
    next: ['Confirm or dispute that correction, or withdraw it if it is yours. Then correct again.'],
    detail: 'These hours have a correction that waits for an answer. Answer or withdraw it first.',
  },
  hours_answered: {
    meaning: 'These hours are confirmed and no longer change.',
    causes: ['The other side confirmed them before.'],
    next: ['If they are wrong, correct them with `POST /v1/engagements/{id}/hours/{hours_id}/correct`.'],
    detail:
      'These hours are already confirmed. If they are wrong, correct them with POST /v1/engagements/{id}/hours/{hours_id}/correct.',
  },
  retrospective_given: {
    meaning: 'This side has already sent its retrospective.',
    causes: ['The request was sent twice, with two different `Idempotency-Key`s.'],
    next: ['Read both with `GET /v1/engagements/{id}/retrospectives`. A retrospective cannot be changed.'],
    detail:
      'This side has already sent its retrospective, and it is kept as it was sent. Read it with GET /v1/engagements/{id}/retrospectives.',
  },
  too_many_calendars: {
    meaning: 'You already have the maximum number of calendars.',
    causes: ['Your code creates a calendar for each subscription and never deletes one.'],
    next: ['Delete calendars that nobody reads, or give one address to all people who may see the same.'],
    detail: 'A partner can have at most 10000 calendars. Delete one first.',
  },
  too_many_endpoints: {
    meaning: 'You already have the maximum number of webhook endpoints.',
    causes: ['Your deployments or tests create endpoints and never delete them.'],
    next: ['Delete endpoints that you no longer use, or change the `url` of one.'],
    detail: 'A partner can have at most 20 endpoints. Delete one first.',
  },
  endpoint_disabled: {
    meaning: 'The webhook endpoint is disabled and receives nothing.',
    causes: ['You disabled it.', 'All deliveries to it failed for days, so the service disabled it.'],
    next: [
      'Make sure that its address answers with 2xx, then set `status` to `enabled` with PATCH.',
      'Send the missed events again with `POST /v1/webhook-endpoints/{id}/replay`.',
    ],
    detail: 'The endpoint is disabled. Set its status to enabled first.',
  },
  too_many_events: {
    meaning: 'More events have occurred since then than one replay may send.',
    causes: ['`since` is too far in the past.'],
    next: ['Choose a later time.', 'Read all of them from `GET /v1/events`, page by page.'],
    detail: 'More than 50000 events have occurred since then. Choose a later moment or read GET /v1/events.',
  },
} as const satisfies Record<string, Explanation>
