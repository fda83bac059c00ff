import type { Pair } from '../pair.ts'
import { workingWeek } from '../recurring-week.ts'
import { counted } from '../sentences.ts'
import { hoursOf, sharedHours } from '../week.ts'
import { PLACE_HALF_DISTANCE_KM, PLACE_WHEN_UNKNOWN } from '../weights.ts'
import { shared } from './factor.ts'

const WORKING_DAYS = 5

/** In person: halves with distance. Remote: the shared part of both zones' ordinary working hours. */
export const place = shared('place', value, reason)

function value(pair: Pair): number {
  if (pair.worksRemotely) return sharedWorkingHours(pair).part
  if (pair.distanceKm === null) return PLACE_WHEN_UNKNOWN
  return 0.5 ** (pair.distanceKm / PLACE_HALF_DISTANCE_KM)
}

/** Shared hours of two working weeks, as hours a day and as the part of a whole one, in [0, 1]. */
export function sharedWorkingHours(pair: Pair): { part: number; hoursADay: number } {
  const monday = pair.mondayMs
  const ours = workingWeek(pair.need.timeZone, monday)
  const theirs = workingWeek(pair.offer.timeZone, monday)
  const hours = sharedHours(ours, theirs)
  // Not the eight hours: a zone at a quarter to the hour has fewer whole half hours, also with itself.
  return { part: hours / Math.min(hoursOf(ours), hoursOf(theirs)), hoursADay: hours / WORKING_DAYS }
}

function reason(pair: Pair): string {
  if (pair.worksRemotely) {
    return `Remote, with ${counted(sharedWorkingHours(pair).hoursADay, 'ordinary working hour')} a day in common.`
  }
  if (pair.distanceKm === null) return 'How far the two are apart is not known.'
  return pair.distanceKm < 1 ? 'In the same place.' : `About ${Math.round(pair.distanceKm)} km apart.`
}
