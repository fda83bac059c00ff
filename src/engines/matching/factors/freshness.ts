import { message } from '../../../shared/messages/index.ts'
import { FRESHNESS_HALF_LIFE_DAYS } from '../weights.ts'
import { type FactorRule, mostOfOther } from './factor.ts'

/**
 * How likely it is that the other side's posting still holds; halves every 30 days. Age counts in calendar days, so two
 * postings of the same day are equally fresh.
 */
export const freshness: FactorRule = {
  name: 'freshness',
  forNeed: ({ offer, context }) => freshnessAfter(ageDays(offer.postedDay, context.today)),
  forOffer: ({ need, context }) => freshnessAfter(ageDays(need.postedDay, context.today)),
  most: (context) =>
    mostOfOther(context, ({ postedDay }) => freshnessAfter(ageDays(postedDay, context.today))),
  reason: ({ pair: { need, offer }, context: { today } }) => [
    message('posted', {
      needDaysAgo: ageDays(need.postedDay, today),
      offerDaysAgo: ageDays(offer.postedDay, today),
    }),
  ],
}

/** By age in days: powers are expensive to compute, and there are few ages. */
const FRESHNESS_BY_AGE = Float64Array.from(
  { length: 1000 },
  (_, days) => 0.5 ** (days / FRESHNESS_HALF_LIFE_DAYS),
)

/** Returns how likely it is that a posting of this age in days still holds, in (0, 1]. */
export function freshnessAfter(days: number): number {
  return FRESHNESS_BY_AGE[days] ?? 0.5 ** (days / FRESHNESS_HALF_LIFE_DAYS)
}

function ageDays(postedDay: number, today: number): number {
  return Math.max(0, today - postedDay)
}
