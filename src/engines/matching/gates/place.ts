import { message } from '../../../shared/messages/index.ts'
import type { Pair } from '../pair.ts'
import { DEFAULT_MAX_DISTANCE_KM, MOST_KM_TO_ASK_FOR } from '../weights.ts'
import type { Gate } from './gate.ts'

/**
 * Hybrid work is partly on site, so it fits everything that is near enough to come at times. Only remote work and work
 * on site exclude each other:
 *
 * | need \ offer | remote | hybrid | onsite |
 * |---|---|---|---|
 * | remote | anywhere | anywhere | differs |
 * | hybrid | within the distance | within the distance | within the distance |
 * | onsite | differs | within the distance | within the distance |
 *
 * The distance is asked by `place_unknown` and `place_out_of_reach`.
 */
export const modality: Gate = {
  code: 'modality_differs',
  isOpen: (pair) => pair.modalityFits,
  explain: ({ offer, pair }) =>
    offer.modality === 'remote'
      ? {
          detail: message('work_on_site'),
          smallestChange: message(isNear(pair) ? 'make_hybrid' : 'make_remote'),
        }
      : {
          detail: message('work_remote'),
          smallestChange: message('offer_remote_work'),
        },
}

/** Distance matters only if the two meet in person. */
function isInPerson(pair: Pair): boolean {
  return pair.modalityFits && !pair.worksRemotely
}

/** Returns whether the two could meet in person. */
function isNear(pair: Pair): boolean {
  return pair.distanceKm <= reachKm(pair)
}

/** Returns the smaller limit of the two sides, or the default if neither sets one. */
function reachKm({ need, offer }: Pair): number {
  if (Number.isNaN(need.maxDistanceKm))
    return Number.isNaN(offer.maxDistanceKm) ? DEFAULT_MAX_DISTANCE_KM : offer.maxDistanceKm
  return Number.isNaN(offer.maxDistanceKm)
    ? need.maxDistanceKm
    : Math.min(need.maxDistanceKm, offer.maxDistanceKm)
}

export const placeKnown: Gate = {
  code: 'place_unknown',
  isOpen: (pair) => !isInPerson(pair) || !Number.isNaN(pair.distanceKm),
  explain: ({ pair }) => ({
    detail: message('distance_unknown'),
    smallestChange: message('add_coordinates', {
      sides: sidesToPlace(pair),
      orPostalCode: pair.isOfOnePartner,
    }),
  }),
}

/** Returns the sides whose locations need coordinates. */
function sidesToPlace({ need, offer }: Pair): ('need' | 'offer')[] {
  if (!Number.isNaN(need.sharedX)) return ['offer']
  return Number.isNaN(offer.sharedX) ? ['need', 'offer'] : ['need']
}

/**
 * The distance is within the limit. Hybrid work needs the helper on site at times, even one who prefers remote work.
 */
export const placeInReach: Gate = {
  code: 'place_out_of_reach',
  isOpen: (pair) => !isInPerson(pair) || !(pair.distanceKm > reachKm(pair)),
  explain: ({ offer, pair }) => {
    const km = Math.ceil(pair.distanceKm)
    const { isDistanceApproximate: isApproximate } = pair
    return {
      detail: message('place_out_of_reach', { km, limitKm: reachKm(pair), isApproximate }),
      smallestChange:
        offer.modality !== 'onsite' && pair.distanceKm > MOST_KM_TO_ASK_FOR
          ? message('make_remote_for_helper')
          : message('raise_distance', { sides: limitsTooLow(pair), km }),
    }
  },
}

/** Returns the sides whose own limit is too low; none if the default applies. */
function limitsTooLow(pair: Pair): ('need' | 'offer')[] {
  return (['need', 'offer'] as const).filter((side) => pair[side].maxDistanceKm < pair.distanceKm)
}
