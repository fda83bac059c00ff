import type { Pair } from '../pair.ts'
import { counted } from '../sentences.ts'
import { DEFAULT_MAX_DISTANCE_KM } from '../weights.ts'
import type { Gate } from './gate.ts'

/**
 * A hybrid offer can be there and can be remote, so it fits every need. A hybrid need wants the helper there
 * at times, so a remote offer does not fit it:
 *
 * | need \ offer | remote | hybrid | onsite |
 * |---|---|---|---|
 * | remote | fits | fits | differs |
 * | hybrid | differs | fits | fits |
 * | onsite | differs | fits | fits |
 */
export const modality: Gate = {
  code: 'modality_differs',
  isOpen: (pair) => pair.modalityFits,
  explain: ({ need, offer }) =>
    offer.modality === 'remote'
      ? {
          detail: `The work is ${need.modality === 'hybrid' ? 'partly ' : ''}on site, and this helper works remotely.`,
          smallestChange: 'Let the work be done remotely.',
        }
      : {
          detail: 'The work is remote, and this helper works on site only.',
          smallestChange: 'Have the helper offer remote or hybrid work.',
        },
}

/** Distance counts only where the work brings the two together in one place. */
function isInPerson(pair: Pair): boolean {
  return pair.modalityFits && !pair.worksRemotely
}

/** The smaller of what the two sides say, the default where neither does. */
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
    detail: 'How far the two are apart is not known.',
    smallestChange: !Number.isNaN(pair.need.x)
      ? "Give the offer's location with latitude and longitude."
      : !Number.isNaN(pair.offer.x)
        ? "Give the need's location with latitude and longitude."
        : 'Give both locations with latitude and longitude, or the same city or postal code.',
  }),
}

export const placeInReach: Gate = {
  code: 'place_out_of_reach',
  isOpen: (pair) => !isInPerson(pair) || !(pair.distanceKm > reachKm(pair)),
  explain: ({ pair }) => {
    const distance = Math.ceil(pair.distanceKm)
    return {
      detail: `The two are ${distance} km apart, and the distance may be ${counted(reachKm(pair), 'km').replace(/kms$/, 'km')}.`,
      smallestChange: `Raise the ${sidesThatLimit(pair)} to ${distance} km.`,
    }
  },
}

function sidesThatLimit({ need, offer, distanceKm }: Pair): string {
  const tooShort = (limitKm: number) => limitKm < distanceKm
  if (tooShort(need.maxDistanceKm) && tooShort(offer.maxDistanceKm)) return "need's and the offer's distance"
  if (tooShort(need.maxDistanceKm)) return "need's distance"
  return tooShort(offer.maxDistanceKm) ? "offer's distance" : 'distance'
}
