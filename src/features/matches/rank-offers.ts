import { pageEndAt } from '../../platform/http/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { NeedId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { forEachSliced, runSliced } from '../../shared/sliced-work.ts'
import { createIntroductionsRepository } from '../introductions/index.ts'
import { toPublicOfferView } from '../postings/index.ts'
import { createFindNearOffers, wantsNearMisses } from './find-near-misses.ts'
import { logDisclosures } from './log-disclosures.ts'
import { createMarketRepository, type NeedRecord } from './market.repository.ts'
import type { MatchQuery, OfferMatch } from './matches.schemas.ts'
import { indexedOfferKeys, type RankingContext, type RankingPorts } from './matching-ports.ts'
import { noticesOfQuery } from './notices-of-query.ts'
import { readOwnFields } from './own-fields.ts'
import {
  bestFirst,
  type MatchPage,
  rankOptions,
  readFilters,
  stillOpen,
  toRankingPage,
} from './ranking-page.ts'
import { requireReadyIndex } from './require-ready-index.ts'
import { showExplanation } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

export interface RankOffersInput {
  /** One of the caller's needs. */
  record: NeedRecord
  query: MatchQuery
  language: ReaderLanguage
  /** False for a need that exists only in a preview. Default true. */
  isSaved?: boolean
}

/** Ranks offers for a need, explains them and logs the disclosure. Throws `not_ready` and `invalid_cursor`. */
export function createRankOffers({ engine, engineQueue, feed, taxonomy }: RankingPorts) {
  return async function rankOffers(
    ctx: RankingContext,
    { record, query, language, isSaved = true }: RankOffersInput,
  ): Promise<MatchPage<OfferMatch>> {
    requireReadyIndex({ feed })
    const need = toMarketNeed(record)
    const introduced = () => createIntroductionsRepository(ctx.db).offersOf(record.need)
    const filters = await readFilters(query, { taxonomy }, introduced)
    const options = rankOptions(query, filters, ctx.clock())
    const { asOfMs } = options
    const ranked = await engineQueue.runFor(ctx.actor.partnerId, () =>
      runSliced(engine.rankOffersInSteps(need, options)),
    )
    const { ids, nextCursor } = toRankingPage(ranked, { limit: query.limit, asOfMs, side: 'offerId' })
    const records = await createMarketRepository(ctx.db).offersByKey(indexedOfferKeys(engine, ids))
    const open = stillOpen(ids, records, ({ offer, isHeld }) => ({ ...offer, isHeld }))
    await logDisclosures(ctx, { needId: isSaved ? need.id : null, offers: open })
    const ownFields = await readOwnFields(
      ctx,
      open.map(({ offer }) => offer),
    )
    const explained = await engineQueue.runFor(ctx.actor.partnerId, () =>
      runSliced(engine.explainOffersInSteps(need, open.map(toMarketOffer), asOfMs)),
    )
    const data: OfferMatch[] = []
    await forEachSliced([...explained.entries()], ([at, explanation]) => {
      const shown = open[at]
      const { needId: need_id, offerId: offer_id } = explanation
      if (!shown) return
      const sentences = showExplanation(explanation, { reader: 'need', language })
      const own = ownFields(shown.offer)
      data.push({ need_id, offer_id, ...own, offer: toPublicOfferView(shown), ...sentences })
    })
    return { data: bestFirst(data, 'offer_id'), ...pageEndAt(nextCursor) }
  }
}

/** The same, and what comes near if the page is not full or asks for it. */
export function createRankOffersOrNear(ports: RankingPorts) {
  const rankOffers = createRankOffers(ports)
  const findNearOffers = createFindNearOffers(ports)
  return async function rankOffersOrNear(
    ctx: RankingContext,
    input: RankOffersInput,
  ): Promise<MatchPage<OfferMatch>> {
    const page = await rankOffers(ctx, input)
    return wantsNearMisses(input.query, page) ? { ...page, ...(await findNearOffers(ctx, input)) } : page
  }
}

/** Ranks offers for one of the caller's needs; none if the need is not open. Throws `need_not_found` and as `rankOffers`. */
export function createRankOffersForNeed(ports: RankingPorts) {
  const rankOffers = createRankOffersOrNear(ports)
  return async function rankOffersForNeed(
    ctx: RankingContext,
    { id, query, language }: { id: NeedId; query: MatchQuery; language: ReaderLanguage },
  ): Promise<MatchPage<OfferMatch>> {
    const key = { partnerId: ctx.actor.partnerId, id }
    const [record] = await createMarketRepository(ctx.db).needsByKey([key])
    if (!record) throw notFound('need')
    const notices = noticesOfQuery(query, ports, language)
    if (record.need.status !== 'open')
      return { data: [], ...pageEndAt(null), near_misses: [], blocked_by: [], ...notices }
    return { ...(await rankOffers(ctx, { record, query, language })), ...notices }
  }
}
