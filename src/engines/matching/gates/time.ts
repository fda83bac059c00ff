import { counted } from '../sentences.ts'
import { isoDay, type ShownPair } from '../shown-pair.ts'
import { LEAST_HOURS_SHARE } from '../weights.ts'
import type { Gate } from './gate.ts'

/** A day must be left on which both could work: open ends count as always. */
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
      detail: `The helper can start on ${offer.startsOn}, and the need ends on ${need.endsOn}.`,
      smallestChange: `Let the need last until ${offer.startsOn}, or start the offer by ${need.endsOn}.`,
    }
  }
  if (offer.endsOn !== null && need.startsOn !== null && need.startsOn > offer.endsOn) {
    return {
      detail: `The need starts on ${need.startsOn}, and the offer ends on ${offer.endsOn}.`,
      smallestChange: `Let the offer last until ${need.startsOn}, or start the need by ${offer.endsOn}.`,
    }
  }
  return {
    detail: 'One of the two ends before it starts.',
    smallestChange: 'Let it end on the day it starts, or later.',
  }
}

function over(side: 'need' | 'offer', endsOn: string, today: string) {
  return {
    detail: `The ${side} ended on ${endsOn}.`,
    smallestChange: `Let the ${side} last until ${today} or later.`,
  }
}

/** After its deadline nobody waits for help with the need any more. */
export const beforeDeadline: Gate = {
  code: 'deadline_passed',
  isOpen: ({ need, context }) => !(need.extra <= context.asOfMs),
  explain: ({ need }) => ({
    detail: `The need's deadline was ${new Date(need.deadlineAtMs ?? 0).toISOString()}.`,
    smallestChange: 'Give the need a later deadline, or none.',
  }),
}

/** Hours that are not said block nothing; between half and all of the wanted hours only the factor `time` falls. */
export const enoughHours: Gate = {
  code: 'too_few_hours',
  isOpen: ({ need, offer }) => !(offer.hoursPerWeek < need.hoursPerWeek * LEAST_HOURS_SHARE),
  explain: ({ need, offer }) => ({
    detail: `The need asks for ${counted(need.hoursPerWeek ?? 0, 'hour')} a week, the offer has ${counted(offer.hoursPerWeek ?? 0, 'hour')}.`,
    smallestChange: `Offer at least ${counted(leastHours(need), 'hour')} a week.`,
  }),
}

/** Rounded up to what can be shown, so that doing what is said opens the gate. */
function leastHours({ hoursPerWeek }: ShownPair['need']): number {
  return Math.ceil((hoursPerWeek ?? 0) * LEAST_HOURS_SHARE * 10) / 10
}
