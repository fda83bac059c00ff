import type { z } from 'zod'
import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { unknownReference } from '../../shared/faults.ts'
import { newId, type PartnerId } from '../../shared/ids.ts'
import {
  createHelpersRepository,
  createOrganizationsRepository,
  needColumns,
  offerColumns,
} from '../postings/index.ts'
import type { Match, previewInput } from './matches.schemas.ts'
import { type MatchingDeps, type MatchPage, rankNeeds, rankOffers } from './rank-matches.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

export type Preview = z.output<typeof previewInput>

/** Ranks a need or an offer that is not saved, just as it would be ranked once it is. */
export async function previewMatches(
  deps: MatchingDeps & { db: Queryable; taxonomy: Taxonomy },
  partnerId: PartnerId,
  preview: Preview,
): Promise<MatchPage<Match>> {
  const now = deps.clock()
  const posted = { partnerId, externalId: null, version: 1, createdAt: now, updatedAt: now }
  const query = { limit: preview.limit, min_score: 0 }
  if (preview.need) {
    const organization = await createOrganizationsRepository(deps.db).find(
      partnerId,
      preview.need.organization_id,
    )
    if (!organization) throw unknownReference('/need/organization_id', 'organization')
    const need = { ...posted, id: newId('need'), ...needColumns(deps.taxonomy, preview.need) }
    const track = await deps.market.trackOf(partnerId, organization.id)
    const previewed = toMarketNeed({ need, organization, track, declinedOfferIds: [], isHeld: false })
    return unsaved(await rankOffers(deps, previewed, query, { isSaved: false }), { need_id: null })
  }
  if (!preview.offer) throw new Error('the schema lets one of the two through')
  const helper = await createHelpersRepository(deps.db).find(partnerId, preview.offer.helper_id)
  if (!helper) throw unknownReference('/offer/helper_id', 'helper')
  const offer = { ...posted, id: newId('offer'), ...offerColumns(deps.taxonomy, preview.offer) }
  const track = await deps.market.trackOf(partnerId, helper.id)
  return unsaved(
    await rankNeeds(
      deps,
      toMarketOffer({ offer, helper, track, organizationId: null, isHeld: false }),
      query,
    ),
    { offer_id: null },
  )
}

/** A preview has no id that anybody could use, and no further pages. */
function unsaved(page: MatchPage<Match>, noId: { need_id: null } | { offer_id: null }): MatchPage<Match> {
  return { data: page.data.map((match) => ({ ...match, ...noId })), next_cursor: null }
}
