import { DAY_MS } from '../dates.ts'
import { counted } from '../sentences.ts'
import { FRESHNESS_HALF_LIFE_DAYS } from '../weights.ts'
import type { FactorRule } from './factor.ts'

/**
 * How likely the other side's posting is still meant: it halves with its age. Age counts in days of the
 * calendar, so that of two postings of one day it does not matter which came first.
 */
export const freshness: FactorRule = {
  name: 'freshness',
  forNeed: ({ offer, context }) => stillMeant(ageDays(offer.postedAtMs, context.asOfMs)),
  forOffer: ({ need, context }) => stillMeant(ageDays(need.postedAtMs, context.asOfMs)),
  reason: ({ need, offer, context }) =>
    `The need was posted ${ago(need.postedAtMs, context.asOfMs)}, the offer ${ago(offer.postedAtMs, context.asOfMs)}.`,
}

function stillMeant(days: number): number {
  return 0.5 ** (days / FRESHNESS_HALF_LIFE_DAYS)
}

function ageDays(postedAtMs: number, asOfMs: number): number {
  return Math.max(0, Math.floor(asOfMs / DAY_MS) - Math.floor(postedAtMs / DAY_MS))
}

function ago(postedAtMs: number, asOfMs: number): string {
  const days = ageDays(postedAtMs, asOfMs)
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`
}
