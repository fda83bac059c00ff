import { cacheJson, pageEndAt } from '../../platform/http/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { NeedId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { createShowNearOffers, wantsNearMisses } from './find-near-misses.ts'
import type { ShownOffers } from './kept-pages.ts'
import { type KnownNeed, toKnownNeed } from './known-postings.ts'
import { logDisclosures } from './log-disclosures.ts'
import type { NeedRecord } from './market.repository.ts'
import type { StandingMatches } from './market-ids.ts'
import type { MatchQuery, OfferMatch } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'
import { noticesOfRanking } from './notices-of-ranking.ts'
import { readOwnFields } from './own-fields.ts'
import { isPutAmong } from './posting-memory.ts'
import { createRankNeed } from './rank-need.ts'
import { bestFirst, type MatchPage, type NotRanked, stillOpen, toRankingPage } from './ranking-page.ts'
import { requireReadyIndex } from './require-ready-index.ts'
import { showExplanation } from './show-match.ts'
import { addStillReading, isStillUnread, waitForText } from './still-reading.ts'

export interface RankOffersInput {
  /** One of the caller's needs. */
  record: NeedRecord
  /** The same, if already loaded. */
  need?: KnownNeed
  query: MatchQuery
  language: ReaderLanguage
  /** False for a need that exists only in a preview. Default true. */
  isSaved?: boolean
}

/** Ranks offers for a need, explains them and logs the disclosure. Throws `not_ready` and `invalid_cursor`. */
export function createRankOffers(ports: RankingPorts) {
  const showOffers = createShowOffers(ports)
  return async function rankOffers(
    ctx: RankingContext,
    input: RankOffersInput,
  ): Promise<MatchPage<OfferMatch>> {
    const { page } = await showOffers(ctx, input)
    return withStillReading(page, { ctx, ports, ...input })
  }
}

/**
 * A page with the ranking that it shows. The ranking is undefined if the market changed meanwhile in a way that affects
 * it.
 */
interface ShownRanking extends ShownOffers<MatchPage<OfferMatch>> {
  standing: StandingMatches | undefined
}

function createShowOffers(ports: RankingPorts) {
  const { matcher, feed, known } = ports
  const rankNeed = createRankNeed(ports)
  return async function showOffers(
    ctx: RankingContext,
    { record, need: given, query, language, isSaved = true }: RankOffersInput,
  ): Promise<ShownRanking> {
    requireReadyIndex({ feed })
    const knownNeed = given ?? toKnownNeed(record)
    const need = knownNeed.posting
    const { standing, asOfMs } = await rankNeed(ctx, { need: knownNeed, query })
    const { ids, nextCursor } = toRankingPage(standing.ranked, {
      limit: query.limit,
      asOfMs,
      side: 'offerId',
    })
    const offers = await known.offers(ctx, await matcher.keysOfOffers(ctx, ids))
    const open = stillOpen(ctx.actor.partnerId, { ids, records: offers }, ({ known: { record } }) => ({
      ...record.offer,
      isHeld: record.isHeld,
    }))
    const records = open.map((one) => one.known.record)
    await logDisclosures(ctx, { needId: isSaved ? need.id : null, offers: records })
    const named = open.map(({ known: { record, names } }) => ({ ranked: record.offer, names }))
    const ownFields = await readOwnFields(ctx, named)
    const { explained, isSameMarket } = await matcher.explainStanding(
      ctx,
      { need, standing, asOfMs },
      open.map((one) => one.known.posting),
      isPutAmong(open, ({ posting }) => posting.id),
    )
    const data: OfferMatch[] = []
    await forEachSliced([...explained.entries()], ([at, explanation]) => {
      const [shown, own] = [open[at], named[at]]
      const { needId: need_id, offerId: offer_id } = explanation
      if (!shown || !own) return
      const sentences = showExplanation(explanation, { reader: 'need', language })
      data.push({ need_id, offer_id, ...ownFields(own), offer: shown.known.view, ...sentences })
    })
    const page = { data: bestFirst(data, 'offer_id'), ...pageEndAt(nextCursor) }
    const offersShown = open.map((one) => one.known)
    return { page, offers: offersShown, standing: isSameMarket ? standing : undefined }
  }
}

/** Ranks offers, and adds near misses if the page is not full or the query requests them. */
export function createRankOffersOrNear(ports: RankingPorts) {
  const showOffersOrNear = createShowOffersOrNear(ports)
  return async function rankOffersOrNear(
    ctx: RankingContext,
    input: RankOffersInput,
  ): Promise<MatchPage<OfferMatch>> {
    const { page } = await showOffersOrNear(ctx, input)
    return withStillReading(page, { ctx, ports, ...input })
  }
}

function createShowOffersOrNear(ports: RankingPorts) {
  const showOffers = createShowOffers(ports)
  const showNearOffers = createShowNearOffers(ports)
  return async function showOffersOrNear(ctx: RankingContext, input: RankOffersInput): Promise<ShownRanking> {
    // Created once, because the engine caches its data by this object.
    const need = input.need ?? toKnownNeed(input.record)
    const shown = await showOffers(ctx, { ...input, need })
    const { page, offers, standing } = shown
    if (!wantsNearMisses(input.query, page)) return shown
    const near = await showNearOffers(ctx, { ...input, need })
    return {
      page: { ...page, ...near.page },
      offers: [...offers, ...near.offers],
      standing: standing && ports.matcher.isCurrent(need.posting, standing) ? standing : undefined,
    }
  }
}

interface RankForNeedInput {
  id: NeedId
  query: MatchQuery
  language: ReaderLanguage
}

/**
 * Ranks offers for one of the caller's needs; none if the need is not open. Throws `need_not_found` and the errors of
 * `rankOffers`.
 */
export function createRankOffersForNeed(ports: RankingPorts) {
  return rankedForNeed(ports, 'with near ones', createShowOffersOrNear(ports))
}

/** The same without near misses, which `findNearOffersForNeed` finds. */
export function createRankFittingOffersForNeed(ports: RankingPorts) {
  return rankedForNeed(ports, 'fitting', createShowOffers(ports))
}

function rankedForNeed(
  ports: RankingPorts,
  kind: string,
  show: (ctx: RankingContext, input: RankOffersInput) => Promise<ShownRanking>,
) {
  const { known, keptPages } = ports
  const rankNeed = createRankNeed(ports)
  return async function rankOffersForNeed(
    ctx: RankingContext,
    { id, query, language }: RankForNeedInput,
  ): Promise<MatchPage<OfferMatch>> {
    const asked = { needId: id, kind, query, language, scopes: ctx.actor.scopes }
    const asOfMs = ctx.clock().getTime()
    const kept = keptPages.recall(asked, asOfMs)
    // Both read concurrently, so they share one query for changes.
    const [need, offers] = await Promise.all([
      findKnownNeed(ctx, ports, id),
      kept ? known.offers(ctx, kept.keys) : [],
    ])
    // Ranks after reading the postings, so that a change made meanwhile is noticed.
    const isAsKept =
      kept?.isMadeOf({ need, offers }) && kept.isRankedAs((await rankNeed(ctx, { need, query })).standing)
    if (kept && isAsKept) {
      await logDisclosures(ctx, { needId: id, offers: kept.offers.map(({ record }) => record) })
      return withStillReading(cacheJson(kept.page), { ctx, ports, record: need.record, language })
    }
    const notices = noticesOfRanking(query, ports, { language, posting: need.record.need })
    if (need.record.need.status !== 'open') return { data: [], ...pageEndAt(null), ...NOBODY, ...notices }
    const shown = await show(ctx, { record: need.record, need, query, language })
    const page = { ...shown.page, ...notices }
    const { standing } = shown
    const showsNear = page.blocked_by !== undefined
    if (standing) keptPages.keep(asked, { page, need, offers: shown.offers, standing, showsNear, asOfMs })
    return withStillReading(page, { ctx, ports, record: need.record, language })
  }
}

/**
 * Finds the near misses of one of the caller's needs, and counts the offers that gates block; nothing if the need is
 * not open. Throws `need_not_found` and `not_ready`.
 */
export function createFindNearOffersForNeed(ports: RankingPorts) {
  const showNearOffers = createShowNearOffers(ports)
  return async function findNearOffersForNeed(
    ctx: RankingContext,
    { id, query, language }: RankForNeedInput,
  ): Promise<NotRanked<OfferMatch>> {
    requireReadyIndex(ports)
    const need = await findKnownNeed(ctx, ports, id)
    if (need.record.need.status !== 'open') return NOBODY
    return (await showNearOffers(ctx, { need, query, language })).page
  }
}

const NOBODY: NotRanked<OfferMatch> = { near_misses: [], blocked_by: [] }

async function findKnownNeed(ctx: RankingContext, ports: RankingPorts, id: NeedId): Promise<KnownNeed> {
  const key = { partnerId: ctx.actor.partnerId, id }
  const find = async () => {
    const found = await ports.known.need(ctx, key)
    if (!found) throw notFound('need')
    return found
  }
  // Both share one query for changes.
  const [need] = await Promise.all([find(), ports.known.followOwn(ctx)])
  return (await waitForText(ports, { side: 'need', record: need.record }, key)) ? find() : need
}

function withStillReading(
  page: MatchPage<OfferMatch>,
  {
    record,
    ...about
  }: Pick<RankOffersInput, 'record' | 'language'> & { ctx: RankingContext; ports: RankingPorts },
): MatchPage<OfferMatch> {
  return addStillReading(page, { isOwn: isStillUnread(about.ports, record), ranked: 'offer', ...about })
}
