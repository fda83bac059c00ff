import type { Queryable } from '../../platform/db/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import type { HelperId } from '../../shared/ids.ts'
import { languageName } from '../../shared/names.ts'
import type { HelperInput, HelperRow, OfferInput, OfferRow, Posting } from '../postings/index.ts'
import { RESUME_SCHEMA, resumeMeta, resumeSectionsOf } from './records/experience-record.ts'
import { readExperiences } from './records/read-record.ts'

export interface ResumeDeps {
  db: Queryable
  helpers: Pick<Posting<HelperRow, HelperInput>, 'get'>
  offers: Pick<Posting<OfferRow, OfferInput>, 'list'>
  issuer: () => string
  skillUri(skill: string): string | null
}

/** No person has more. */
const MOST_OFFERS = 1000

/**
 * A partner's own helper as a JSON Resume (schema 1.0.0, https://jsonresume.org/schema), as far as the token reaches. Of
 * a candidate it tells what the consent lets be told, since that is all that its helper holds. Throws `helper_not_found`.
 */
export async function readResume(
  deps: ResumeDeps,
  { partnerId, scopes }: Actor,
  id: HelperId,
): Promise<Record<string, unknown>> {
  const helper = await deps.helpers.get(partnerId, id)
  const ofHelper = { where: { helperId: id }, limit: MOST_OFFERS }
  const offers = scopes.has('offers:read') ? await deps.offers.list(partnerId, ofHelper) : []
  const experiences = scopes.has('engagements:read') ? await readExperiences(deps, partnerId, helper) : []
  const changes = [helper.updatedAt, ...offers.map((one) => one.updatedAt)]
  const completions = experiences.map((one) => one.completedAt)
  const modifiedAt = new Date(Math.max(...[...changes, ...completions].map(Number)))
  return {
    $schema: RESUME_SCHEMA,
    basics: basicsOf(helper),
    ...resumeSectionsOf(experiences),
    certificates: helper.credentials.licences.map(({ name, issued_on }) => ({
      name,
      ...(issued_on !== undefined && { date: issued_on }),
    })),
    skills: skillsOf(offers, deps.skillUri),
    languages: helper.languages.map((tag) => ({ language: languageName(tag) })),
    meta: { ...resumeMeta(modifiedAt), canonical: `${deps.issuer()}/v1/helpers/${id}/resume` },
  }
}

function basicsOf({ name, contact, location }: HelperRow) {
  return {
    name,
    email: contact.email,
    ...(contact.phone !== undefined && { phone: contact.phone }),
    ...(location && {
      location: {
        countryCode: location.country,
        ...(location.region !== undefined && { region: location.region }),
        ...(location.city !== undefined && { city: location.city }),
        ...(location.postal_code !== undefined && { postalCode: location.postal_code }),
      },
    }),
  }
}

const LEVELS = ['beginner', 'intermediate', 'advanced', 'expert'] as const

/** Each skill once, at the highest level that an offer tells. */
function skillsOf(offers: readonly OfferRow[], skillUri: ResumeDeps['skillUri']) {
  const rank = (level: (typeof LEVELS)[number] | null) => (level === null ? -1 : LEVELS.indexOf(level))
  const best = new Map<string, { name: string; level: (typeof LEVELS)[number] | null; uri: string | null }>()
  for (const { skill, level, resolved } of offers.flatMap((offer) => offer.skills)) {
    const name = resolved.skill?.label ?? skill
    const known = best.get(name)
    if (known && rank(known.level) >= rank(level)) continue
    best.set(name, { name, level, uri: resolved.skill && skillUri(resolved.skill.id) })
  }
  return [...best.values()].map(({ name, level, uri }) => ({
    name,
    ...(level !== null && { level }),
    ...(uri !== null && { uri }),
  }))
}
