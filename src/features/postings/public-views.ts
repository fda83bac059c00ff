import { z } from 'zod'
import { effectiveOpenTo } from '../../engines/matching/index.ts'
import * as wire from '../../shared/wire.ts'
import { givenSkillShown, offeredSkillShown, wantedSkillShown } from '../skills/index.ts'
import { allRequirements } from './ages.ts'
import { positionsLeft, sessionsLeft, shownLeft, type TakenOfNeed } from './capacity.ts'
import { presenceShown } from './day-ranges.ts'
import type { NeedRow } from './needs/needs.table.ts'
import { showTerms } from './offers/offers.posting.ts'
import { effectiveOpenToShown, termsShown } from './offers/offers.schemas.ts'
import type { OfferRow } from './offers/offers.table.ts'
import type { OrganizationRow } from './organizations/organizations.table.ts'
import { sessionShown } from './sessions/sessions.schemas.ts'
import { workShown } from './work-fields.ts'

const place = z.object({
  country: z.string().describe('ISO 3166-1 alpha-2'),
  region: z.string().nullable().describe('State, province or region'),
  city: z.string().nullable().describe('City or town'),
})
const sharedFields = {
  title: workShown.title,
  description: workShown.description,
  modality: workShown.modality,
  place: place.nullable().describe('Location of the party, accurate to the city only'),
  max_distance_km: workShown.max_distance_km,
  hours_per_week: workShown.hours_per_week,
  starts_on: workShown.starts_on,
  ends_on: workShown.ends_on,
  availability: workShown.availability,
  time_zone: z.string().describe('IANA time zone'),
  languages: z.array(z.string()).describe('Languages of the party, BCP 47'),
  posted_at: z.string().describe('When it was posted'),
}

/** The view of an offer for others before both sides accept, without name and contact. */
export const publicOfferView = z
  .object({
    id: wire.idOf('offer'),
    helper_id: wire.idOf('helper').describe('Helper who makes the offer'),
    kind: wire.offerKind,
    ...sharedFields,
    ...presenceShown,
    hours_left: z
      .number()
      .nullable()
      .describe(
        'Weekly hours that are not reserved by active work, of this offer and of the helper in total. Null if neither states hours',
      ),
    skills: z.array(offeredSkillShown).describe('Skills of the helper'),
    open_to: z.array(wire.organizationKind).describe('As posted'),
    effective_open_to: effectiveOpenToShown,
    terms: termsShown.describe('What the helper expects in return'),
  })
  .meta({ id: 'OfferFace' })
export type PublicOfferView = z.output<typeof publicOfferView>

export const publicNeedView = z
  .object({
    id: wire.idOf('need'),
    organization_id: wire.idOf('org').describe('Organization that posted the need'),
    organization_kind: wire.organizationKind,
    causes: z.array(z.string()).describe('Causes that matter to the organization'),
    ...sharedFields,
    skills: z.array(wantedSkillShown).describe('Skills that the work requires'),
    accepts: z.array(wire.offerKind).describe('Kinds of help that the organization accepts'),
    requires: z
      .array(z.string())
      .describe('What a helper must have, such as `age_over_16` for a minimum age'),
    gives: z.array(givenSkillShown).describe('What the organization gives in return, for barter'),
    budget: z
      .object({ ...wire.money.shape, unit: z.enum(['hour', 'project']).describe('What the amount pays for') })
      .nullable()
      .describe('For paid help'),
    positions: z.int().describe('Number of helpers wanted, over all sessions if there are any'),
    sessions: z
      .array(
        sessionShown.extend({
          positions_left: z.int().describe('Free positions, without active or completed work'),
        }),
      )
      .describe('Parts of the work on fixed dates, earliest first'),
    positions_left: z.int().describe('Free positions, without active or completed work'),
    hours_left: z
      .number()
      .nullable()
      .describe('Weekly hours of all free positions together. Null if the need states no hours'),
    deadline_at: z.string().nullable().describe('From this time on the need is no longer ranked'),
  })
  .meta({ id: 'NeedFace' })
export type PublicNeedView = z.output<typeof publicNeedView>

/** The fields of an offer and its helper that the public view shows. */
export interface PublicOfferRecord {
  offer: Pick<
    OfferRow,
    'id' | 'helperId' | 'kind' | 'skills' | 'dates' | 'notAvailable' | 'openTo' | 'terms' | keyof SharedFields
  >
  helper: PartyFields
  hoursLeft: number | null
}

export function toPublicOfferView({ offer, helper, hoursLeft }: PublicOfferRecord): PublicOfferView {
  return {
    id: offer.id,
    helper_id: offer.helperId,
    kind: offer.kind,
    ...sharedView(offer, helper),
    dates: offer.dates,
    not_available: offer.notAvailable,
    hours_left: shownLeft(hoursLeft),
    skills: offer.skills,
    open_to: offer.openTo,
    effective_open_to: [...effectiveOpenTo(offer.kind, offer.openTo)],
    terms: showTerms(offer.terms),
  }
}

/** The fields of a need and its organization that the public view shows. */
export interface PublicNeedRecord {
  need: Pick<
    NeedRow,
    | 'id'
    | 'organizationId'
    | 'skills'
    | 'accepts'
    | 'requires'
    | 'minimumAge'
    | 'gives'
    | 'budget'
    | 'positions'
    | 'sessions'
    | 'deadlineAt'
    | keyof SharedFields
  >
  organization: Pick<OrganizationRow, 'kind' | 'causes' | keyof PartyFields>
}

/** The view of a need for anybody, without what is left of it. */
export type PublishedNeedView = Omit<PublicNeedView, 'positions_left' | 'hours_left' | 'sessions'> & {
  sessions: NeedRow['sessions']
}

export function toPublicNeedView(record: PublicNeedRecord & TakenOfNeed): PublicNeedView {
  const { hoursPerWeek } = record.need
  const left = positionsLeft(record)
  return {
    ...toPublishedNeedView(record),
    sessions: sessionsLeft(record),
    positions_left: left,
    hours_left: hoursPerWeek === null ? null : hoursPerWeek * left,
  }
}

export function toPublishedNeedView({ need, organization }: PublicNeedRecord): PublishedNeedView {
  return {
    id: need.id,
    organization_id: need.organizationId,
    organization_kind: organization.kind,
    causes: organization.causes,
    ...sharedView(need, organization),
    skills: need.skills,
    accepts: need.accepts,
    requires: allRequirements(need),
    gives: need.gives,
    budget: need.budget,
    positions: need.positions,
    sessions: need.sessions,
    deadline_at: need.deadlineAt?.toISOString() ?? null,
  }
}

type SharedFields = Pick<
  NeedRow & OfferRow,
  | 'title'
  | 'description'
  | 'modality'
  | 'location'
  | 'maxDistanceKm'
  | 'hoursPerWeek'
  | 'startsOn'
  | 'endsOn'
  | 'availability'
  | 'createdAt'
>
type PartyFields = Pick<OrganizationRow, 'location' | 'timeZone' | 'languages'>

/**
 * Returns the fields that views of needs and offers share. The place stops at the city, because a street or a point may be
 * somebody's home.
 */
function sharedView(posted: SharedFields, party: PartyFields) {
  const place = posted.location ?? party.location
  return {
    title: posted.title,
    description: posted.description,
    modality: posted.modality,
    place: place && { country: place.country, region: place.region ?? null, city: place.city ?? null },
    max_distance_km: posted.maxDistanceKm,
    hours_per_week: posted.hoursPerWeek,
    starts_on: posted.startsOn,
    ends_on: posted.endsOn,
    availability: posted.availability,
    time_zone: party.timeZone,
    languages: party.languages,
    posted_at: posted.createdAt.toISOString(),
  }
}
