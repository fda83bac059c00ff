import { message } from '../../../shared/messages/index.ts'
import { hasFreeDay } from '../attendance.ts'
import {
  hasNoPositionLeft,
  hoursLeftOf,
  hoursMissing,
  isFilled,
  isFullyCommitted,
  leastHours,
} from '../capacity.ts'
import { type ExplainedPair, isoDay } from '../explained-pair.ts'
import { hasOtherWork, localTimes, sessionsAhead } from '../session-times.ts'
import { LEAST_HOURS_SHARE } from '../weights.ts'
import type { Gate } from './gate.ts'

/** At least one day is left on which both could work. A missing date sets no limit. Sessions have a separate gate. */
export const datesOverlap: Gate = {
  code: 'dates_do_not_overlap',
  isOpen: (pair) =>
    pair.startDay <= pair.endDay && (pair.need.isTimed || hasFreeDay(pair.offer, pair.startDay, pair.endDay)),
  explain: (pair) => explainDates(pair),
}

function explainDates(shown: ExplainedPair) {
  const { need, offer, context } = shown
  const today = isoDay(context.today)
  if (need.endsOn !== null && need.endsOn < today) return over('need', need.endsOn, today)
  if (offer.endsOn !== null && offer.endsOn < today) return over('offer', offer.endsOn, today)
  if (need.endsOn !== null && offer.startsOn !== null && offer.startsOn > need.endsOn) {
    const values = { startsOn: offer.startsOn, endsOn: need.endsOn }
    return {
      detail: message('helper_starts_too_late', values),
      smallestChange: message('extend_need_or_start_earlier', values),
    }
  }
  if (offer.endsOn !== null && need.startsOn !== null && need.startsOn > offer.endsOn) {
    const values = { startsOn: need.startsOn, endsOn: offer.endsOn }
    return {
      detail: message('helper_ends_too_early', values),
      smallestChange: message('extend_offer_or_start_earlier', values),
    }
  }
  if (shown.pair.startDay <= shown.pair.endDay) {
    const values = { startsOn: shown.startsOn, endsOn: shown.endsOn }
    return { detail: message('no_day_free', values), smallestChange: message('free_a_day', values) }
  }
  return {
    detail: message('ends_before_start'),
    smallestChange: message('correct_end'),
  }
}

function over(side: 'need' | 'offer', endsOn: string, today: string) {
  return {
    detail: message('ended', { side, day: endsOn }),
    smallestChange: message('extend', { side, day: today }),
  }
}

/** The offer can attend at least one future session of the need. Fully booked needs have a separate gate. */
export const attendsSession: Gate = {
  code: 'no_session_fits',
  isOpen: (pair) => !pair.need.isTimed || isFilled(pair.need) || pair.sessionsFitting > 0,
  explain: ({ need, offer, pair }) => {
    const ahead = sessionsAhead(need, pair.context.asOfMs)
    const [next] = ahead
    if (!next) return { detail: message('sessions_over'), smallestChange: message('add_session') }
    // A helper who is at other work can't be made available for that session.
    const free = ahead.find((session) => !hasOtherWork(offer, session))
    return {
      detail: message('no_session_fits', { sessions: ahead.length }),
      smallestChange: free
        ? message('free_for_session', localTimes(free))
        : message('end_work_at_session', localTimes(next)),
    }
  },
}

/** The deadline of the need has not passed. */
export const beforeDeadline: Gate = {
  code: 'deadline_passed',
  isOpen: ({ need, context }) => !(need.extra <= context.asOfMs),
  explain: ({ need }) => ({
    detail: message('deadline_passed', { atMs: need.deadlineAtMs ?? 0 }),
    smallestChange: message('move_deadline'),
  }),
}

/** Work under way leaves the need a free position, and the offer an hour unless the need takes none. */
export const somethingLeft: Gate = {
  code: 'fully_committed',
  isOpen: ({ need, offer }) => !isFilled(need) && !isFullyCommitted(offer, need),
  explain: ({ need, offer }) =>
    hasNoPositionLeft(need)
      ? { detail: message('positions_taken'), smallestChange: message('add_position') }
      : {
          detail: message('fully_committed', { offered: offer.hoursPerWeek ?? 0 }),
          smallestChange: message('free_hours', { hours: hoursMissing(need, offer) }),
        },
}

/**
 * The offer has at least half of the wanted hours; below all of them, only the factor `time` is lower. Unknown hours
 * block nothing. An offer without hours left has a separate gate.
 */
export const enoughHours: Gate = {
  code: 'too_few_hours',
  isOpen: ({ need, offer }) =>
    isFullyCommitted(offer, need) || !(offer.hoursPerWeek < need.hoursPerWeek * LEAST_HOURS_SHARE),
  explain: (pair) => explainHours(pair),
}

function explainHours({ need, offer }: ExplainedPair) {
  const wanted = need.hoursPerWeek ?? 0
  const offered = offer.hoursPerWeek ?? 0
  const left = hoursLeftOf(offer) ?? 0
  if (left < offered)
    return {
      detail: message('too_few_hours_left', { wanted, left, offered }),
      smallestChange: message('free_hours', { hours: hoursMissing(need, offer) }),
    }
  return {
    detail: message('too_few_hours', { wanted, offered }),
    smallestChange: message('offer_more_hours', { hours: leastHours(need) }),
  }
}
