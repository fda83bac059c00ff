import type { MarketNeed, MarketOffer } from './postings.ts'
import { FLAGS } from './rows/flags.ts'
import type { Row } from './rows/row.ts'
import { LEAST_HOURS_SHARE } from './weights.ts'

/** Hours a week that an offer still has. Null if it does not say how many it has. */
export function hoursLeftOf({ hoursPerWeek, hoursLeft = hoursPerWeek }: MarketOffer): number | null {
  return hoursLeft
}

/** Whether work under way has used up all hours of an offer. */
export function hasNoHoursLeft({ hoursLeft = null }: MarketOffer): boolean {
  return hoursLeft !== null && hoursLeft <= 0
}

/** Whether all positions of a need are taken. */
export function hasNoPositionLeft({ positionsLeft = 1 }: MarketNeed): boolean {
  return positionsLeft <= 0
}

/** Whether all positions of a need are taken. */
export function isFilled(need: Row): boolean {
  return (need.flags & FLAGS.filled) !== 0
}

/** Whether an offer has promised all its hours, and a need would take some of them. */
export function isFullyCommitted(offer: Row, need: Row): boolean {
  return (offer.flags & FLAGS.committed) !== 0 && !hasSessionsOnly(need)
}

/** Sessions without hours a week take none of those: they have times of their own, which a gate compares with promised ones. */
function hasSessionsOnly(need: Row): boolean {
  return need.isTimed && !(need.hoursPerWeek > 0)
}

/** The fewest hours for which an offer suits a need. Rounded up to one decimal, as shown, so that following the advice opens the gate. */
export function leastHours({ hoursPerWeek }: MarketNeed): number {
  return Math.ceil((hoursPerWeek ?? 0) * LEAST_HOURS_SHARE * 10) / 10
}

/** How many more hours an offer must have left for a need, rounded up in the same way. An hour if the need does not say. */
export function hoursMissing(need: MarketNeed, offer: MarketOffer): number {
  const least = leastHours(need) || 1
  return Math.max(0.1, Math.ceil((least - (hoursLeftOf(offer) ?? 0)) * 10) / 10)
}
