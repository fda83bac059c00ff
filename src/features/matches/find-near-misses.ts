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
import { runSliced } from '../../shared/sliced-work.ts'
import { createIntroductionsRepository } from '../introductions/index.ts'
import { toPublicNeedView, toPublicOfferView } from '../postings/index.ts'
import { MOST_COUNTED, showBlockedNeeds, showBlockedOffers } from './blocked-by.ts'
import { blockersFor, hiddenGates, type ShownBlocker } from './blockers-for.ts'
import { logDisclosures } from './log-disclosures.ts'
import { createMarketRepository, type NeedRecord, type OfferRecord } from './market.repository.ts'
import type { MarketIds } from './market-ids.ts'
import type { MatchQuery, NeedMatch, OfferMatch } from './matches.schemas.ts'
import {
  indexedNeedKeys,
  indexedOfferKeys,
  type MatchingPorts,
  type RankingContext,
  type RankingPorts,
} from './matching-ports.ts'
import { readOwnFields } from './own-fields.ts'
import { type MatchPage, readFilters, stillOpen, type WhyNobody } from './ranking-page.ts'
import { showExplanation } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

const NEAR_MISSES = 5
/** What one side decided about the other is final, so such pairs are not shown again. */
const DECIDED: readonly GateCode[] = ['blocked', 'declined']

type Ports = Pick<MatchingPorts, 'engine' | 'engineQueue'>
type NearPorts = Ports & Pick<RankingPorts, 'taxonomy'>

/** Whether to say what is not on a page: if asked to, and if the whole ranking is shorter than a page. */
export function wantsNearMisses(query: MatchQuery, { data }: MatchPage<unknown>): boolean {
  if (query.include?.includes('near_misses')) return true
  return query.cursor === undefined && data.length < query.limit
}

/**
 * The open offers that come nearest to matching a need, the nearest first, each with what keeps it from matching. Offers
 * below the lowest fair pay are left out, as from rankings, and so is what the partner of the need may not learn.
 */
export function createNearestOffers({ engine, engineQueue }: Ports) {
  return async function nearestOffers(
    ctx: Context,
    {
      record,
      ...asked
    }: { record: NeedRecord } & PairFilters & Pick<BlockedOptions, 'limit' | 'minScore' | 'mostCounted'>,
  ): Promise<{ nearest: NearOffer[]; blocked: Blocked<OfferId> }> {
    const { partnerId } = ctx.actor
    const need = toMarketNeed(record)
    const asOfMs = ctx.clock().getTime()
    const options: BlockedOptions = {
      ...asked,
      asOfMs,
      leastFit: 'possible',
      leaveOut: [...DECIDED, 'below_pay_floor'],
      leaveOutOfOthers: hiddenGates('need'),
    }
    const blocked = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.blockedOffersInSteps(need, options)),
    )
    const ids = blocked.nearMisses
    const records = await createMarketRepository(ctx.db).offersByKey(indexedOfferKeys(engine, ids))
    const open = stillOpen(partnerId, { ids, records }, ({ offer, isHeld }) => ({ ...offer, isHeld }))
    const explained = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.explainOffersInSteps(need, open.map(toMarketOffer), asOfMs)),
    )
    const nearest = explained.flatMap((explanation, at) => {
      const shown = open[at]
      if (!shown || explanation.eligible) return []
      const pair = { need: record.need, offer: shown.offer }
      return [{ shown, explanation, blockers: blockersFor(partnerId, pair, explanation.blockers) }]
    })
    return { nearest, blocked }
  }
}

interface NearOffer {
  shown: OfferRecord
  explanation: Explanation<MarketIds>
  blockers: ShownBlocker[]
}

/** The offers that come nearest to matching a need, and how many offers each rule keeps from it. Logs the disclosure. */
export function createFindNearOffers(ports: NearPorts) {
  const nearestOffers = createNearestOffers(ports)
  return async function findNearOffers(
    ctx: RankingContext,
    {
      record,
      query,
      language,
      isSaved = true,
    }: { record: NeedRecord; query: MatchQuery; language: ReaderLanguage; isSaved?: boolean },
  ): Promise<WhyNobody<OfferMatch>> {
    const introduced = () => createIntroductionsRepository(ctx.db).offersOf(record.need)
    const filters = await readFilters(query, ports, introduced)
    const { nearest, blocked } = await nearestOffers(ctx, { record, ...askedFor(query), ...filters })
    const offers = nearest.map(({ shown }) => shown)
    const named = offers.map(({ offer: ranked }) => ({ ranked, names: new Map() }))
    const ownFields = await readOwnFields(ctx, named)
    await logDisclosures(ctx, { needId: isSaved ? record.need.id : null, offers })
    const near_misses = nearest.map(({ shown, explanation, blockers }, at) => ({
      need_id: explanation.needId,
      offer_id: explanation.offerId,
      ...ownFields(itemAt(named, at)),
      offer: toPublicOfferView(shown),
      ...showExplanation(explanation, { reader: 'need', language }),
      blockers: blockers.map((one) => showBlocker(one, language)),
    }))
    return { near_misses, blocked_by: showBlockedOffers(record, blocked, language) }
  }
}

/** The same for an offer. The partner of an offer also learns what the helper lacks, and that the rate is too low. */
export function createFindNearNeeds({ engine, engineQueue, taxonomy }: NearPorts) {
  return async function findNearNeeds(
    ctx: RankingContext,
    { record, query, language }: { record: OfferRecord; query: MatchQuery; language: ReaderLanguage },
  ): Promise<WhyNobody<NeedMatch>> {
    const { partnerId } = ctx.actor
    const offer = toMarketOffer(record)
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
    const blocked = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.blockedNeedsInSteps(offer, options)),
    )
    const ids = blocked.nearMisses
    const records = await createMarketRepository(ctx.db).needsByKey(indexedNeedKeys(engine, ids))
    const isBarter = record.offer.kind === 'barter'
    const open = stillOpen(partnerId, { ids, records }, ({ need, isHeld }) => ({
      ...need,
      isHeld: isHeld && isBarter,
    }))
    const explained = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.explainNeedsInSteps(offer, open.map(toMarketNeed), asOfMs)),
    )
    const named = open.map(({ need: ranked }) => ({ ranked, names: new Map() }))
    const ownFields = await readOwnFields(ctx, named)
    const near_misses = explained.flatMap((explanation, at) => {
      const shown = open[at]
      if (!shown || explanation.eligible) return []
      const { needId: need_id, offerId: offer_id } = explanation
      const pair = { need: shown.need, offer: record.offer }
      const blockers = blockersFor(partnerId, pair, explanation.blockers).map((one) =>
        showBlocker(one, language),
      )
      return [
        {
          need_id,
          offer_id,
          ...ownFields(itemAt(named, at)),
          need: toPublicNeedView(shown),
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
