import type { MatchNeed, MatchOffer, PostingParty } from '../matches/index.ts'
import type { Giving, Wanting } from './barter-ids.ts'

/** In a ring the return comes from somebody else, so every posting wants and gives this placeholder in return. */
export const IN_RETURN = { skill: 'in-return', label: 'in return', hoursPerWeek: null, alreadyDoing: false }

/** Returns what a need gives in return, as an offer. */
export function givenBy(need: MatchNeed & PostingParty): Giving {
  return {
    id: need.id,
    partyId: need.partyId,
    partyIds: need.partyIds,
    partyBlocks: need.partyBlocks,
    partnerId: need.partnerId,
    helperId: need.organizationId,
    title: need.gives.map(({ label }) => label).join(', '),
    description: '',
    skills: need.gives.map(({ skill, label }) => ({ skill, label, level: null })),
    infersSkills: false,
    meaning: null,
    terms: { kind: 'barter', wants: [IN_RETURN] },
    modality: need.modality,
    place: need.place,
    maxDistanceKm: need.maxDistanceKm,
    languages: need.languages,
    timeZone: need.timeZone,
    hoursPerWeek: hoursOf(need.gives),
    startsOn: need.startsOn,
    endsOn: need.endsOn,
    availability: null,
    credentials: [],
    openTo: [],
    connectedOrganizationIds: [],
    blockedOrganizationIds: [],
    visibility: need.visibility,
    track: need.track,
    postedAtMs: need.postedAtMs,
  }
}

type Wants = Extract<MatchOffer['terms'], { kind: 'barter' }>['wants']

/** Returns what a barter offer wants in return, as a need. */
export function wantedBy(offer: MatchOffer & PostingParty, wants: Wants): Wanting {
  return {
    id: offer.id,
    partyId: offer.partyId,
    partyIds: offer.partyIds,
    partyBlocks: offer.partyBlocks,
    partnerId: offer.partnerId,
    organizationId: offer.helperId,
    organizationKind: 'solopreneur',
    title: wants.map(({ label }) => label).join(', '),
    description: '',
    skills: wants.map(({ skill, label }) => ({ skill, label, importance: 'should', level: null })),
    infersSkills: false,
    meaning: null,
    accepts: ['barter'],
    modality: offer.modality,
    place: offer.place,
    maxDistanceKm: offer.maxDistanceKm,
    languages: offer.languages,
    timeZone: offer.timeZone,
    hoursPerWeek: hoursOf(wants),
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    deadlineAtMs: null,
    availability: null,
    requires: [],
    gives: [IN_RETURN],
    budget: null,
    causes: [],
    visibility: offer.visibility,
    blockedHelperIds: [],
    declinedOfferIds: [],
    connectedHelperIds: [],
    track: offer.track,
    postedAtMs: offer.postedAtMs,
  }
}

/** Adds up hours; null if one of them is unknown. */
function hoursOf(parts: readonly { hoursPerWeek: number | null }[]): number | null {
  return parts.reduce<number | null>(
    (sum, { hoursPerWeek }) => (sum === null || hoursPerWeek === null ? null : sum + hoursPerWeek),
    0,
  )
}
