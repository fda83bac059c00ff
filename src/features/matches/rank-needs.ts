import { pageEndAt } from '../../platform/http/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { OfferId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { createIntroductionsRepository } from '../introductions/index.ts'
import { createFindNearNeeds, wantsNearMisses } from './find-near-misses.ts'
import { type KnownOffer, toKnownOffer } from './known-postings.ts'
import type { OfferRecord } from './market.repository.ts'
import type { MatchQuery, NeedMatch } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'
import { noticesOfRanking } from './notices-of-ranking.ts'
import { readOwnFields } from './own-fields.ts'
import { isPutAmong } from './posting-memory.ts'
import {
  bestFirst,
  type MatchPage,
  type NotRanked,
  rankOptions,
  readFilters,
  stillOpen,
  toRankingPage,
} from './ranking-page.ts'
import { requireReadyIndex } from './require-ready-index.ts'
import { showExplanation } from './show-match.ts'
import { addStillReading, isStillUnread, waitForText } from './still-reading.ts'

export interface RankNeedsInput {
  /** One of the caller's offers. */
  record: OfferRecord
  /** The same, if already loaded. */
  offer?: KnownOffer
  query: MatchQuery
  language: ReaderLanguage
}

/** Ranks needs for one of the caller's offers and explains them. Throws `not_ready` and `invalid_cursor`. */
export function createRankNeeds(ports: RankingPorts) {
  const { matcher, feed, taxonomy, known } = ports
  return async function rankNeeds(
    ctx: RankingContext,
    { record, offer: given, query, language }: RankNeedsInput,
  ): Promise<MatchPage<NeedMatch>> {
    requireReadyIndex({ feed })
    const offer = (given ?? toKnownOffer(record)).posting
    const introduced = () => createIntroductionsRepository(ctx.db).needsOf(record.offer)
    const filters = await readFilters(query, { taxonomy }, introduced)
    const options = rankOptions(query, filters, ctx.clock())
    const { asOfMs } = options
    const ranked = await matcher.rankNeeds(ctx, offer, options)
    const { ids, nextCursor } = toRankingPage(ranked, { limit: query.limit, asOfMs, side: 'needId' })
    const needs = await known.needs(ctx, await matcher.keysOfNeeds(ctx, ids))
    const open = stillOpen(ctx.actor.partnerId, { ids, records: needs }, ({ known: { record } }) => ({
      ...record.need,
      isHeld: false,
    }))
    const named = open.map(({ known: { record, names } }) => ({ ranked: record.need, names }))
    const ownFields = await readOwnFields(ctx, named)
    const explained = await matcher.explainNeeds(
      ctx,
      offer,
      open.map((one) => one.known.posting),
      asOfMs,
      isPutAmong(open, ({ posting }) => posting.id),
    )
    const data: NeedMatch[] = []
    await forEachSliced([...explained.entries()], ([at, explanation]) => {
      const [shown, own] = [open[at], named[at]]
      const { needId: need_id, offerId: offer_id } = explanation
      if (!shown || !own) return
      const sentences = showExplanation(explanation, { reader: 'offer', language })
      data.push({ need_id, offer_id, ...ownFields(own), need: shown.known.view, ...sentences })
    })
    const page = { data: bestFirst(data, 'need_id'), ...pageEndAt(nextCursor) }
    return addStillReading(page, {
      isOwn: isStillUnread(ports, record),
      ranked: 'need',
      ctx,
      ports,
      language,
    })
  }
}

/** Ranks needs, and adds near misses if the page is not full or the query requests them. */
export function createRankNeedsOrNear(ports: RankingPorts) {
  const rankNeeds = createRankNeeds(ports)
  const findNearNeeds = createFindNearNeeds(ports)
  return async function rankNeedsOrNear(
    ctx: RankingContext,
    input: RankNeedsInput,
  ): Promise<MatchPage<NeedMatch>> {
    // Created once, because the engine caches its data by this object.
    const offer = input.offer ?? toKnownOffer(input.record)
    const page = await rankNeeds(ctx, { ...input, offer })
    return wantsNearMisses(input.query, page)
      ? { ...page, ...(await findNearNeeds(ctx, { ...input, offer })) }
      : page
  }
}

interface RankForOfferInput {
  id: OfferId
  query: MatchQuery
  language: ReaderLanguage
}

/**
 * Ranks needs for one of the caller's offers; none if the offer is not open. Throws `offer_not_found` and the errors of
 * `rankNeeds`.
 */
export function createRankNeedsForOffer(ports: RankingPorts) {
  return rankedForOffer(ports, createRankNeedsOrNear(ports))
}

/** The same without near misses, which `findNearNeedsForOffer` finds. */
export function createRankFittingNeedsForOffer(ports: RankingPorts) {
  return rankedForOffer(ports, createRankNeeds(ports))
}

function rankedForOffer(
  ports: RankingPorts,
  rank: (ctx: RankingContext, input: RankNeedsInput) => Promise<MatchPage<NeedMatch>>,
) {
  return async function rankNeedsForOffer(
    ctx: RankingContext,
    { id, query, language }: RankForOfferInput,
  ): Promise<MatchPage<NeedMatch>> {
    const offer = await findKnownOffer(ctx, ports, id)
    const notices = noticesOfRanking(query, ports, { language, posting: offer.record.offer })
    if (offer.record.offer.status !== 'open') return { data: [], ...pageEndAt(null), ...NOBODY, ...notices }
    return { ...(await rank(ctx, { record: offer.record, offer, query, language })), ...notices }
  }
}

/**
 * Finds the near misses of one of the caller's offers, and counts the needs that gates block; nothing if the offer is
 * not open. Throws `offer_not_found` and `not_ready`.
 */
export function createFindNearNeedsForOffer(ports: RankingPorts) {
  const findNearNeeds = createFindNearNeeds(ports)
  return async function findNearNeedsForOffer(
    ctx: RankingContext,
    { id, query, language }: RankForOfferInput,
  ): Promise<NotRanked<NeedMatch>> {
    requireReadyIndex(ports)
    const offer = await findKnownOffer(ctx, ports, id)
    return offer.record.offer.status === 'open' ? findNearNeeds(ctx, { offer, query, language }) : NOBODY
  }
}

const NOBODY: NotRanked<NeedMatch> = { near_misses: [], blocked_by: [] }

async function findKnownOffer(ctx: RankingContext, ports: RankingPorts, id: OfferId): Promise<KnownOffer> {
  const key = { partnerId: ctx.actor.partnerId, id }
  const find = async () => {
    const found = await ports.known.offer(ctx, key)
    if (!found) throw notFound('offer')
    return found
  }
  // Both share one query for changes.
  const [offer] = await Promise.all([find(), ports.known.followOwn(ctx)])
  return (await waitForText(ports, { side: 'offer', record: offer.record }, key)) ? find() : offer
}
