import type {
  Blocked,
  BlockedOptions,
  Explanation,
  GateCode,
  PairFilters,
} from '../../engines/matching/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type { OfferId } from '../../shared/ids.ts'
import { itemAt } from '../../shared/item-at.ts'
import { type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { createIntroductionsRepository } from '../introductions/index.ts'
import { MOST_COUNTED, showBlockedNeeds, showBlockedOffers } from './blocked-by.ts'
import { blockersFor, hiddenGates, type ShownBlocker } from './blockers-for.ts'
import type { ShownOffers } from './kept-pages.ts'
import type { KnownNeed, KnownOffer } from './known-postings.ts'
import { logDisclosures } from './log-disclosures.ts'
import type { MarketIds } from './market-ids.ts'
import type { MatchQuery, NeedMatch, OfferMatch } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'
import { readOwnFields } from './own-fields.ts'
import { isPutAmong } from './posting-memory.ts'
import { type MatchPage, type NotRanked, readFilters, stillOpen } from './ranking-page.ts'
import { showExplanation } from './show-match.ts'

const NEAR_MISSES = 5
/** One side's decision about the other is final, so such pairs are not shown again. */
const DECIDED: readonly GateCode[] = ['blocked', 'declined']

export type NearestPorts = Pick<RankingPorts, 'matcher' | 'known'>
type NearPorts = NearestPorts & Pick<RankingPorts, 'taxonomy'>

/** Returns whether to show near misses: if the query requests them, or if the whole ranking is shorter than a page. */
export function wantsNearMisses(query: MatchQuery, { data }: MatchPage<unknown>): boolean {
  if (query.include?.includes('near_misses')) return true
  return query.cursor === undefined && data.length < query.limit
}

/**
 * Finds the open offers that come nearest to matching a need, nearest first, each with its blockers. Leaves out offers
 * below the pay floor, as rankings do, and what the need's partner may not see.
 */
export function createNearestOffers({ matcher, known }: NearestPorts) {
  return async function nearestOffers(
    ctx: Context,
    {
      need: { record, posting: need },
      ...asked
    }: { need: KnownNeed } & PairFilters & Pick<BlockedOptions, 'limit' | 'minScore' | 'mostCounted'>,
  ): Promise<{ nearest: NearOffer[]; blocked: Blocked<OfferId> }> {
    const { partnerId } = ctx.actor
    const asOfMs = ctx.clock().getTime()
    const options: BlockedOptions = {
      ...asked,
      asOfMs,
      leastFit: 'possible',
      leaveOut: [...DECIDED, 'below_pay_floor'],
      leaveOutOfOthers: hiddenGates('need'),
    }
    const blocked = await matcher.blockedOffers(ctx, need, options)
    const ids = blocked.nearMisses
    const offers = await known.offers(ctx, await matcher.keysOfOffers(ctx, ids))
    const open = stillOpen(partnerId, { ids, records: offers }, ({ known: { record: one } }) => ({
      ...one.offer,
      isHeld: one.isHeld,
    }))
    const explained = await matcher.explainOffers(
      ctx,
      need,
      open.map((one) => one.known.posting),
      asOfMs,
      isPutAmong(open, ({ posting }) => posting.id),
    )
    const nearest = explained.flatMap((explanation, at) => {
      const shown = open[at]?.known
      if (!shown || explanation.eligible) return []
      const pair = { need: record.need, offer: shown.record.offer }
      return [{ shown, explanation, blockers: blockersFor(partnerId, pair, explanation.blockers) }]
    })
    return { nearest, blocked }
  }
}

interface NearOffer {
  shown: KnownOffer
  explanation: Explanation<MarketIds>
  blockers: ShownBlocker[]
}

interface NearOffersAsked {
  need: KnownNeed
  query: MatchQuery
  language: ReaderLanguage
  /** False for a need that exists only in a preview. */
  isSaved?: boolean | undefined
}

/**
 * Finds the offers that come nearest to matching a need, and counts how many offers each gate blocks. Logs the
 * disclosure.
 */
export function createShowNearOffers(ports: NearPorts) {
  const nearestOffers = createNearestOffers(ports)
  return async function showNearOffers(
    ctx: RankingContext,
    { need, query, language, isSaved = true }: NearOffersAsked,
  ): Promise<ShownOffers<NotRanked<OfferMatch>>> {
    const { record } = need
    const introduced = () => createIntroductionsRepository(ctx.db).offersOf(record.need)
    const filters = await readFilters(query, ports, introduced)
    const { nearest, blocked } = await nearestOffers(ctx, { need, ...askedFor(query), ...filters })
    const offers = nearest.map(({ shown }) => shown.record)
    const named = nearest.map(({ shown: { record, names } }) => ({ ranked: record.offer, names }))
    const ownFields = await readOwnFields(ctx, named)
    await logDisclosures(ctx, { needId: isSaved ? record.need.id : null, offers })
    const near_misses = nearest.map(({ shown, explanation, blockers }, at) => ({
      need_id: explanation.needId,
      offer_id: explanation.offerId,
      ...ownFields(itemAt(named, at)),
      offer: shown.view,
      ...showExplanation(explanation, { reader: 'need', language }),
      blockers: blockers.map((one) => showBlocker(one, language)),
    }))
    const page = { near_misses, blocked_by: showBlockedOffers(record, blocked, language) }
    return { page, offers: nearest.map(({ shown }) => shown) }
  }
}

/** The same for an offer. The offer's partner also sees what the helper lacks, and that the rate is too low. */
export function createFindNearNeeds({ matcher, taxonomy, known }: NearPorts) {
  return async function findNearNeeds(
    ctx: RankingContext,
    {
      offer: { record, posting: offer },
      query,
      language,
    }: { offer: KnownOffer; query: MatchQuery; language: ReaderLanguage },
  ): Promise<NotRanked<NeedMatch>> {
    const { partnerId } = ctx.actor
    const asOfMs = ctx.clock().getTime()
    const introduced = () => createIntroductionsRepository(ctx.db).needsOf(record.offer)
    const options: BlockedOptions = {
      ...askedFor(query),
      ...(await readFilters(query, { taxonomy }, introduced)),
      asOfMs,
      leastFit: 'possible',
      leaveOut: DECIDED,
      leaveOutOfOthers: hiddenGates('offer'),
    }
    const blocked = await matcher.blockedNeeds(ctx, offer, options)
    const ids = blocked.nearMisses
    const needs = await known.needs(ctx, await matcher.keysOfNeeds(ctx, ids))
    const isBarter = record.offer.kind === 'barter'
    const open = stillOpen(partnerId, { ids, records: needs }, ({ known: { record: one } }) => ({
      ...one.need,
      isHeld: one.isHeld && isBarter,
    }))
    const explained = await matcher.explainNeeds(
      ctx,
      offer,
      open.map((one) => one.known.posting),
      asOfMs,
      isPutAmong(open, ({ posting }) => posting.id),
    )
    const named = open.map(({ known: { record: one, names } }) => ({ ranked: one.need, names }))
    const ownFields = await readOwnFields(ctx, named)
    const near_misses = explained.flatMap((explanation, at) => {
      const shown = open[at]?.known
      if (!shown || explanation.eligible) return []
      const { needId: need_id, offerId: offer_id } = explanation
      const pair = { need: shown.record.need, offer: record.offer }
      const blockers = blockersFor(partnerId, pair, explanation.blockers).map((one) =>
        showBlocker(one, language),
      )
      return [
        {
          need_id,
          offer_id,
          ...ownFields(itemAt(named, at)),
          need: shown.view,
          ...showExplanation(explanation, { reader: 'offer', language }),
          blockers,
        },
      ]
    })
    return { near_misses, blocked_by: showBlockedNeeds(record, blocked, language) }
  }
}

function askedFor(query: MatchQuery) {
  return { limit: NEAR_MISSES, mostCounted: MOST_COUNTED, minScore: query.min_score }
}

function showBlocker({ code, detail, smallestChange }: ShownBlocker, language: ReaderLanguage) {
  return { code, detail: textOf(detail, language), smallest_change: textOf(smallestChange, language) }
}
