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
          detail: `The work is ${need.modality === 'hybrid' ? 'partly ' : ''}on site, but this helper works remotely.`,
          smallestChange: 'Allow remote work.',
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

export const placeInReach: Gate = {
  code: 'place_out_of_reach',
  isOpen: (pair) => !isInPerson(pair) || !(pair.distanceKm > reachKm(pair)),
  explain: ({ pair }) => {
    const distance = Math.ceil(pair.distanceKm)
    return {
      detail: `The organization and the helper are ${pair.isDistanceApproximate ? 'about ' : ''}${distance} km apart; the limit is ${counted(reachKm(pair), 'km').replace(/kms$/, 'km')}.`,
      smallestChange: `Raise the ${limitsTooLow(pair)} to ${distance} km.`,
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
