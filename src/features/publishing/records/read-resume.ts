import type { Context } from '../../../platform/events/index.ts'
import type { Caller } from '../../../platform/http/index.ts'
import type { HelperId } from '../../../shared/ids.ts'
import { languageName } from '../../../shared/names.ts'
import {
  type HelperInput,
  type HelperRow,
  type OfferInput,
  type OfferRow,
  type Posting,
  shownName,
} from '../../postings/index.ts'
import { RESUME_SCHEMA, resumeMeta, resumeSectionsOf } from './experience-record.ts'
import { readExperiences, type SkillUri } from './read-record.ts'

export interface ResumePorts {
  helpers: Pick<Posting<HelperRow, HelperInput>, 'get'>
  offers: Pick<Posting<OfferRow, OfferInput>, 'list'>
  issuer: () => string
  skillUri: SkillUri
}

/** More offers than any person has. */
const MAX_OFFERS = 1000

/**
 * Returns one of the caller's helpers as a JSON Resume (schema 1.0.0, https://jsonresume.org/schema), as far as the token's
 * scopes allow. A candidate's helper contains only what the consent permits. Throws `helper_not_found`.
 */
export function createReadResume({ helpers, offers, issuer, skillUri }: ResumePorts) {
  return async function readResume(
    ctx: Context & { actor: Caller },
    { id }: { id: HelperId },
  ): Promise<Record<string, unknown>> {
    const { scopes } = ctx.actor
    const helper = await helpers.get(ctx, { id })
    const ofHelper = { filters: { helper_id: id }, limit: MAX_OFFERS }
    const ownOffers = scopes.has('offers:read') ? await offers.list(ctx, ofHelper) : []
    const experiences = scopes.has('engagements:read') ? await readExperiences(ctx, { helper, skillUri }) : []
    const changes = [helper.updatedAt, ...ownOffers.map((offer) => offer.updatedAt)]
    const completions = experiences.map(({ completedAt }) => completedAt)
    const modifiedAt = new Date(Math.max(...[...changes, ...completions].map(Number)))
    return {
      $schema: RESUME_SCHEMA,
      basics: basicsOf(helper),
      ...resumeSectionsOf(experiences),
      certificates: helper.credentials.licences.map(({ name, issued_on }) => ({
        name,
        ...(issued_on !== undefined && { date: issued_on }),
      })),
      skills: skillsOf(ownOffers, skillUri),
      languages: helper.languages.map((tag) => ({ language: languageName(tag) })),
      meta: { ...resumeMeta(modifiedAt), canonical: `${issuer()}/v1/helpers/${id}/resume` },
    }
  }
}

function basicsOf({ contact, location, ...helper }: HelperRow) {
  return {
    name: shownName(helper),
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

/** Lists each skill once, at the highest level that an offer states. */
function skillsOf(offers: readonly OfferRow[], skillUri: SkillUri) {
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
