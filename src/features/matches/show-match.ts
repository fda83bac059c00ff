import { type Explanation, effectiveOpenTo } from '../../engines/matching/index.ts'
import { paragraphOf, type ReaderLanguage, summaryOf, textOf } from '../../shared/messages/index.ts'
import { showTerms } from '../postings/index.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { MatchExplanation, PublicNeedView, PublicOfferView } from './matches.schemas.ts'

export function toPublicOfferView({ offer, helper }: OfferRecord): PublicOfferView {
  return {
    id: offer.id,
    helper_id: offer.helperId,
    kind: offer.kind,
    ...sharedView(offer, helper),
    skills: offer.skills,
    open_to: offer.openTo,
    effective_open_to: [...effectiveOpenTo(offer.kind, offer.openTo)],
    terms: showTerms(offer.terms),
  }
}

/** The fields of a need and its organization that its public view shows. */
export interface PublicNeedRecord {
  need: Pick<
    NeedRecord['need'],
    | 'id'
    | 'organizationId'
    | 'skills'
    | 'accepts'
    | 'requires'
    | 'gives'
    | 'budget'
    | 'positions'
    | 'deadlineAt'
    | keyof SharedFields
  >
  organization: Pick<NeedRecord['organization'], 'kind' | 'causes' | keyof PartyFields>
}

export function toPublicNeedView({ need, organization }: PublicNeedRecord): PublicNeedView {
  return {
    id: need.id,
    organization_id: need.organizationId,
    organization_kind: organization.kind,
    causes: organization.causes,
    ...sharedView(need, organization),
    skills: need.skills,
    accepts: need.accepts,
    requires: need.requires,
    gives: need.gives,
    budget: need.budget,
    positions: need.positions,
    deadline_at: need.deadlineAt?.toISOString() ?? null,
  }
}

type SharedFields = Pick<
  NeedRecord['need'] & OfferRecord['offer'],
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
type PartyFields = Pick<NeedRecord['organization'], 'location' | 'timeZone' | 'languages'>

/** What the views of needs and offers share. The place stops at the city: a street or a point may be a person's home. */
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

type ShownExplanation = Omit<
  MatchExplanation,
  'need_id' | 'offer_id' | 'offer' | 'need' | 'eligible' | 'blockers'
>

/** The explanation as the reader of one side is shown it. */
export function showExplanation(
  explanation: Explanation,
  { reader, language }: { reader: 'need' | 'offer'; language: ReaderLanguage },
): ShownExplanation {
  const { money } = explanation.cost
  return {
    model: explanation.model,
    score: round(explanation.score),
    fit: explanation.fit,
    summary: summaryOf(explanation.summary[reader], language),
    factors: explanation.factors.map((factor) => ({
      name: factor.name,
      value: round(factor.value),
      weight: round(factor.weight),
      contribution: round(factor.contribution),
      reason: paragraphOf(factor.reason, language),
    })),
    matched_skills: explanation.matchedSkills.map(({ because, ...skill }) => ({
      ...skill,
      because: { need: [...because.need], offer: [...because.offer] },
    })),
    missing_skills: explanation.missingSkills,
    cost: {
      money: money && {
        ...showMoney(money),
        unit: money.unit,
        per_week: money.perWeek && showMoney(money.perWeek),
      },
      hours_to_train: explanation.cost.hoursToTrain,
      in_kind: explanation.cost.inKind.map((one) => ({
        label: one.label,
        hours_per_week: one.hoursPerWeek,
        already_doing: one.alreadyDoing,
      })),
    },
    notices: explanation.notices.map(({ code, detail }) => ({ code, detail: textOf(detail, language) })),
  }
}

function showMoney(money: { amountMinor: number; currency: string }) {
  return { amount_minor: money.amountMinor, currency: money.currency }
}

/** Six decimals are enough to distinguish scores. Cursors contain the exact score. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
