import { counted } from '../sentences.ts'
import { isoDay, type ShownPair } from '../shown-pair.ts'
import { LEAST_HOURS_SHARE } from '../weights.ts'
import type { Gate } from './gate.ts'

/** At least one day is left on which both could work. A missing date sets no limit. */
export const datesOverlap: Gate = {
  code: 'dates_do_not_overlap',
  isOpen: (pair) => pair.startDay <= pair.endDay,
  explain: (pair) => explainDates(pair),
}

function explainDates({ need, offer, context }: ShownPair) {
  const today = isoDay(context.today)
  if (need.endsOn !== null && need.endsOn < today) return over('need', need.endsOn, today)
  if (offer.endsOn !== null && offer.endsOn < today) return over('offer', offer.endsOn, today)
  if (need.endsOn !== null && offer.startsOn !== null && offer.startsOn > need.endsOn) {
    return {
      detail: `The helper can start on ${offer.startsOn}, but the need ends on ${need.endsOn}.`,
      smallestChange: `Extend the need to ${offer.startsOn}, or start the offer by ${need.endsOn}.`,
    }
  }
  if (offer.endsOn !== null && need.startsOn !== null && need.startsOn > offer.endsOn) {
    return {
      detail: `The need starts on ${need.startsOn}, but the offer ends on ${offer.endsOn}.`,
      smallestChange: `Extend the offer to ${need.startsOn}, or start the need by ${offer.endsOn}.`,
    }
  }
  return {
    detail: 'The need or the offer ends before it starts.',
    smallestChange: 'Set its end date to its start date or later.',
  }
}

function over(side: 'need' | 'offer', endsOn: string, today: string) {
  return {
    detail: `The ${side} ended on ${endsOn}.`,
    smallestChange: `Extend the ${side} to ${today} or later.`,
  }
}

/** The deadline of the need has not passed. */
export const beforeDeadline: Gate = {
  code: 'deadline_passed',
  isOpen: ({ need, context }) => !(need.extra <= context.asOfMs),
  explain: ({ need }) => ({
    detail: `The need's deadline was ${new Date(need.deadlineAtMs ?? 0).toISOString()}.`,
    smallestChange: 'Move the deadline of the need, or remove it.',
  }),
}

/** Missing hours block nothing. Between half and all of the wanted hours, only the factor `time` is lower. */
export const enoughHours: Gate = {
  code: 'too_few_hours',
  isOpen: ({ need, offer }) => !(offer.hoursPerWeek < need.hoursPerWeek * LEAST_HOURS_SHARE),
  explain: ({ need, offer }) => ({
    detail: `The need asks for ${counted(need.hoursPerWeek ?? 0, 'hour')} a week, but the offer has only ${counted(offer.hoursPerWeek ?? 0, 'hour')}.`,
    smallestChange: `Offer at least ${counted(leastHours(need), 'hour')} a week.`,
  }),
}

/** Rounded up to one decimal, as shown, so that following the advice opens the gate. */
function leastHours({ hoursPerWeek }: ShownPair['need']): number {
  return Math.ceil((hoursPerWeek ?? 0) * LEAST_HOURS_SHARE * 10) / 10
}
