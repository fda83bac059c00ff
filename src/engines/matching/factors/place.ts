import { type Message, message } from '../../../shared/messages/index.ts'
import { sharedWorkingHours } from '../context.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import type { Pair } from '../pair.ts'
import { NEARBY_KM, PLACE_HALF_DISTANCE_KM, PLACE_WHEN_UNKNOWN } from '../weights.ts'
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
export function sharedHoursADay({ need, offer, pair }: ExplainedPair): number {
  return sharedWorkingHours(need.timeZone, offer.timeZone, pair.mondayMs).hoursADay
}

function reason(shown: ExplainedPair): Message[] {
  const { pair } = shown
  if (pair.worksRemotely) return [message('remote_hours_shared', { hours: sharedHoursADay(shown) })]
  const { distanceKm, isDistanceApproximate: isApproximate } = pair
  if (Number.isNaN(distanceKm)) return []
  if (distanceKm < NEARBY_KM) return [message(isApproximate ? 'same_area' : 'same_place')]
  return [message('apart', { km: Math.round(distanceKm), isApproximate })]
}
