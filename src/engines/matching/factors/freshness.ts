import { counted } from '../sentences.ts'
import { FRESHNESS_HALF_LIFE_DAYS } from '../weights.ts'
import { type FactorRule, mostOfOther } from './factor.ts'

/**
 * How likely the other side's posting is still meant: it halves with its age. Age counts in days of the
 * calendar, so that of two postings of one day it does not matter which came first.
 */
export const freshness: FactorRule = {
  name: 'freshness',
  forNeed: ({ offer, context }) => stillMeant(ageDays(offer.postedDay, context.today)),
  forOffer: ({ need, context }) => stillMeant(ageDays(need.postedDay, context.today)),
  most: (context) => mostOfOther(context, ({ postedDay }) => stillMeant(ageDays(postedDay, context.today))),
  reason: ({ pair: { need, offer }, context: { today } }) =>
    `The need was posted ${ago(need.postedDay, today)}, the offer ${ago(offer.postedDay, today)}.`,
}

/** By age in days: a power is dear, and ages are few. */
const STILL_MEANT = Float64Array.from({ length: 1000 }, (_, days) => 0.5 ** (days / FRESHNESS_HALF_LIFE_DAYS))

/** How likely a posting of so many days ago is still meant. */
export function stillMeant(days: number): number {
  return STILL_MEANT[days] ?? 0.5 ** (days / FRESHNESS_HALF_LIFE_DAYS)
}

function ageDays(postedDay: number, today: number): number {
  return Math.max(0, today - postedDay)
}

function ago(postedDay: number, today: number): string {
  const days = ageDays(postedDay, today)
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`
}
