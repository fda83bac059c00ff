import type { z } from 'zod'
import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { pageEndAt } from '../../platform/http/index.ts'
import { newId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import {
  createCapacityRepository,
  createHelpersRepository,
  createOrganizationsRepository,
  missingReference,
  type NeedInput,
  needColumns,
  type OfferInput,
  offerColumns,
} from '../postings/index.ts'
import { inferSkills } from '../skills/index.ts'
import { createMarketRepository, type NeedRecord, type OfferRecord } from './market.repository.ts'
import type { Match, previewInput } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'
import type { Meanings } from './meanings/meanings.ts'
import { createRankNeedsOrNear } from './rank-needs.ts'
import { createRankOffersOrNear } from './rank-offers.ts'
import type { MatchPage } from './ranking-page.ts'

export type Preview = z.output<typeof previewInput>

/** The matches of a posting that is not saved, and the skills that its text expresses. */
export interface PreviewPage extends MatchPage<Match> {
  inferred_skills: ReturnType<typeof inferSkills>
}

export interface PreviewMatchesPorts extends RankingPorts {
  taxonomy: Taxonomy
  /** Undefined if texts are not compared by meaning. */
  meanings: Pick<Meanings, 'isOf' | 'makeFirst' | 'ofPreview'> | undefined
}

/**
 * Ranks a need or an offer that is not saved, exactly as it would be ranked once saved. Throws `not_ready`,
 * `organization_not_found` and `helper_not_found`.
 */
export function createPreviewMatches(ports: PreviewMatchesPorts) {
  const { taxonomy, meanings } = ports
  const rankOffers = createRankOffersOrNear(ports)
  const rankNeeds = createRankNeedsOrNear(ports)
  return async function previewMatches(
    ctx: RankingContext,
    { preview, language }: { preview: Preview; language: ReaderLanguage },
  ): Promise<PreviewPage> {
    const query = { limit: preview.limit, min_score: 0, include: preview.include }
    if (preview.need) {
      const record = await unsavedNeed(ctx, { taxonomy, meanings }, preview.need)
      const page = await rankOffers(ctx, { record, query, language, isSaved: false })
      return { ...withoutId(page, { need_id: null }), inferred_skills: inferSkills(record.need) }
    }
    if (!preview.offer) throw new Error('the schema lets one of the two through')
    const record = await unsavedOffer(ctx, { taxonomy, meanings }, preview.offer)
    const page = await rankNeeds(ctx, { record, query, language })
    return { ...withoutId(page, { offer_id: null }), inferred_skills: inferSkills(record.offer) }
  }
}

type UnsavedPorts = Pick<PreviewMatchesPorts, 'taxonomy' | 'meanings'>

async function unsavedNeed(
  ctx: Context,
  { taxonomy, meanings }: UnsavedPorts,
  input: NeedInput,
): Promise<NeedRecord> {
  const { partnerId } = ctx.actor
  const organization = await createOrganizationsRepository(ctx.db).find(partnerId, input.organization_id)
  if (!organization)
    throw await missingReference(ctx, 'organization', {
      pointer: '/need/organization_id',
      id: input.organization_id,
    })
  const track = await createMarketRepository(ctx.db).trackOf(partnerId, organization.id)
  const need = { ...unsavedFields(ctx), id: newId('need'), ...needColumns(taxonomy, input) }
  return {
    need,
    organization,
    track,
    meaning: (await meanings?.ofPreview(need)) ?? null,
    reading: null,
    declinedOfferIds: [],
    takenPositions: 0,
    takenBySession: {},
    isHeld: false,
  }
}

async function unsavedOffer(
  ctx: Context,
  { taxonomy, meanings }: UnsavedPorts,
  input: OfferInput,
): Promise<OfferRecord> {
  const { partnerId } = ctx.actor
  const helper = await createHelpersRepository(ctx.db).find(partnerId, input.helper_id)
  if (!helper)
    throw await missingReference(ctx, 'helper', { pointer: '/offer/helper_id', id: input.helper_id })
  const track = await createMarketRepository(ctx.db).trackOf(partnerId, helper.id)
  const offer = { ...unsavedFields(ctx), id: newId('offer'), ...offerColumns(taxonomy, input) }
  return {
    offer,
    helper,
    hoursLeft: await createCapacityRepository(ctx.db).hoursLeftOf(helper, offer.hoursPerWeek),
    promisedSessions: await createCapacityRepository(ctx.db).sessionsOf(helper),
    track,
    meaning: (await meanings?.ofPreview(offer)) ?? null,
    reading: null,
    organizationId: null,
    isHeld: false,
  }
}

function unsavedFields({ actor, clock }: Context) {
  const now = clock()
  return {
    partnerId: actor.partnerId,
    externalId: null,
    metadata: {},
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}

/** Removes ids and the cursor: a preview's id is of no use to callers, and it has no further pages. */
function withoutId(page: MatchPage<Match>, noId: { need_id: null } | { offer_id: null }): MatchPage<Match> {
  const { near_misses, blocked_by, still_reading } = page
  return {
    data: page.data.map((match) => ({ ...match, ...noId })),
    ...pageEndAt(null),
    ...(near_misses && { near_misses: near_misses.map((match) => ({ ...match, ...noId })) }),
    ...(blocked_by && { blocked_by }),
    ...(still_reading && { still_reading }),
  }
}
