import { sharedWorkingHours } from '../context.ts'
import type { Pair } from '../pair.ts'
import { counted } from '../sentences.ts'
import type { ShownPair } from '../shown-pair.ts'
import { PLACE_HALF_DISTANCE_KM, PLACE_WHEN_UNKNOWN } from '../weights.ts'
import { shared } from './factor.ts'

/** In person: halves with distance. Remote: the shared part of both zones' ordinary working hours. */
export const place = shared('place', value, reason)

function value(pair: Pair): number {
  const { need, offer, context } = pair
  if (pair.worksRemotely) return context.sharedWorkingPart(need.timeZone, offer.timeZone, pair.mondayMs)
  return Number.isNaN(pair.distanceKm)
    ? PLACE_WHEN_UNKNOWN
    : 0.5 ** (pair.distanceKm / PLACE_HALF_DISTANCE_KM)
}

/** Ordinary working hours a day that the two have in common. */
export function sharedHoursADay({ need, offer, pair }: ShownPair): number {
  return sharedWorkingHours(need.timeZone, offer.timeZone, pair.mondayMs).hoursADay
}

function reason(shown: ShownPair): string {
  const { pair } = shown
  if (pair.worksRemotely) {
    return `Remote, with ${counted(sharedHoursADay(shown), 'shared working hour')} a day.`
  }
  if (Number.isNaN(pair.distanceKm))
    return 'The distance between the organization and the helper is not known.'
  if (pair.isDistanceApproximate)
    return pair.distanceKm < 1 ? 'In the same area.' : `About ${Math.round(pair.distanceKm)} km apart.`
  return pair.distanceKm < 1 ? 'In the same place.' : `${Math.round(pair.distanceKm)} km apart.`
}
