import type { Pair } from '../pair.ts'
import { counted } from '../sentences.ts'
import { DEFAULT_MAX_DISTANCE_KM } from '../weights.ts'
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
          detail: 'The work is on site, but this helper works remotely.',
          smallestChange: isNear(pair)
            ? 'Make the need hybrid: the helper is near enough to come at times.'
            : 'Make the need remote.',
        }
      : {
          detail: 'The work is remote, but this helper works on site only.',
          smallestChange: 'Ask the helper to offer remote or hybrid work.',
        },
}

/** Distance only matters when the two meet in person. */
function isInPerson(pair: Pair): boolean {
  return pair.modalityFits && !pair.worksRemotely
}

/** Whether the two could meet in person. */
function isNear(pair: Pair): boolean {
  return pair.distanceKm <= reachKm(pair)
}

/** The smaller limit of the two sides; the default if neither sets one. */
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
    detail: 'The distance between the organization and the helper is not known.',
    smallestChange: !Number.isNaN(pair.need.sharedX)
      ? 'Add latitude and longitude to the location of the offer.'
      : !Number.isNaN(pair.offer.sharedX)
        ? 'Add latitude and longitude to the location of the need.'
        : `Add latitude and longitude to both locations, or the same city${pair.isOfOnePartner ? ' or postal code' : ''}.`,
  }),
}

/** Hybrid work needs the helper there at times, whatever else they offer. */
export const placeInReach: Gate = {
  code: 'place_out_of_reach',
  isOpen: (pair) => !isInPerson(pair) || !(pair.distanceKm > reachKm(pair)),
  explain: ({ offer, pair }) => {
    const distance = Math.ceil(pair.distanceKm)
    return {
      detail: `The organization and the helper are ${pair.isDistanceApproximate ? 'about ' : ''}${distance} km apart; the limit is ${counted(reachKm(pair), 'km').replace(/kms$/, 'km')}.`,
      smallestChange:
        offer.modality === 'remote'
          ? 'Make the need remote: this helper works remotely.'
          : `Raise the ${limitsTooLow(pair)} to ${distance} km.`,
    }
  },
}

function limitsTooLow({ need, offer, distanceKm }: Pair): string {
  const tooShort = (limitKm: number) => limitKm < distanceKm
  if (tooShort(need.maxDistanceKm) && tooShort(offer.maxDistanceKm))
    return "need's and the offer's maximum distance"
  if (tooShort(need.maxDistanceKm)) return "need's maximum distance"
  return tooShort(offer.maxDistanceKm) ? "offer's maximum distance" : 'maximum distance'
}
