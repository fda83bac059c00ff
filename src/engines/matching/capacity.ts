import type { MarketNeed, MarketOffer } from './postings.ts'
import { FLAGS } from './rows/flags.ts'
import type { Row } from './rows/row.ts'
import { LEAST_HOURS_SHARE } from './weights.ts'

/** Returns the hours a week that an offer has left, or null if it does not state its hours. */
export function hoursLeftOf(offer: MarketOffer): number | null {
  const left = balanceOf(offer)
  return left === null ? null : Math.max(0, left)
}

/** Returns the hours a week that an offer has left, negative if more are promised than there are. */
function balanceOf({ hoursPerWeek, hoursLeft = hoursPerWeek }: MarketOffer): number | null {
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

/** Returns whether an offer has committed all its hours and the need would take some of them. */
export function isFullyCommitted(offer: Row, need: Row): boolean {
  return (offer.flags & FLAGS.committed) !== 0 && !hasSessionsOnly(need)
}

/**
 * Sessions without weekly hours use none of the offer's hours. Another gate compares their times with the offer's busy
 * times.
 */
function hasSessionsOnly(need: Row): boolean {
  return need.isTimed && !(need.hoursPerWeek > 0)
}

/**
 * Returns the fewest weekly hours with which an offer suits a need. Rounded up to one decimal, as displayed, so that
 * following the advice opens the gate.
 */
export function leastHours({ hoursPerWeek }: MarketNeed): number {
  return Math.ceil((hoursPerWeek ?? 0) * LEAST_HOURS_SHARE * 10) / 10
}

/**
 * Returns how many more hours a week an offer must have left, rounded up in the same way. Assumes one hour if the need
 * states none.
 */
export function hoursMissing(need: MarketNeed, offer: MarketOffer): number {
  const least = leastHours(need) || 1
  return Math.max(0.1, Math.ceil((least - (balanceOf(offer) ?? 0)) * 10) / 10)
}
