import type { GateCode } from '../../engines/matching/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { runSliced } from '../../shared/sliced-work.ts'
import { MOST_COUNTED, showBlockedNeeds, showBlockedOffers } from './blocked-by.ts'
import { blockersFor, hiddenGates, type ShownBlocker } from './blockers-for.ts'
import { logDisclosures } from './log-disclosures.ts'
import { createMarketRepository, type NeedRecord, type OfferRecord } from './market.repository.ts'
import type { MatchQuery, NeedMatch, OfferMatch } from './matches.schemas.ts'
import { indexedNeedKeys, indexedOfferKeys, type MatchingPorts } from './matching-ports.ts'
import { type MatchPage, stillOpen, type WhyNobody } from './ranking-page.ts'
import { showExplanation, toPublicNeedView, toPublicOfferView } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

const NEAR_MISSES = 5
/** What one side decided about the other is final, so such pairs are not shown again. */
const DECIDED: readonly GateCode[] = ['blocked', 'declined']

type Ports = Pick<MatchingPorts, 'engine' | 'engineQueue'>

/** Whether to say what is not on a page: if asked to, and if the whole ranking is shorter than a page. */
export function wantsNearMisses(query: MatchQuery, { data }: MatchPage<unknown>): boolean {
  if (query.include?.includes('near_misses')) return true
  return query.cursor === undefined && data.length < query.limit
}

/**
 * The offers that come nearest to matching a need, and how many offers each rule keeps from it. Logs the disclosure. Offers
 * below the lowest fair pay are left out, as from rankings, and so is what the partner of the need may not learn.
 */
export function createFindNearOffers({ engine, engineQueue }: Ports) {
  return async function findNearOffers(
    ctx: Context,
    {
      record,
      query,
      language,
      isSaved = true,
    }: { record: NeedRecord; query: MatchQuery; language: ReaderLanguage; isSaved?: boolean },
  ): Promise<WhyNobody<OfferMatch>> {
    const { partnerId } = ctx.actor
    const need = toMarketNeed(record)
    const asOfMs = ctx.clock().getTime()
    const options = optionsOf(query, asOfMs, {
      leaveOut: [...DECIDED, 'below_pay_floor'],
      leaveOutOfOthers: hiddenGates('need'),
    })
    const blocked = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.blockedOffersInSteps(need, options)),
    )
    const ids = blocked.nearMisses
    const records = await createMarketRepository(ctx.db).offersByKey(indexedOfferKeys(engine, ids))
    const open = stillOpen(ids, records, ({ offer, isHeld }) => ({ ...offer, isHeld }))
    await logDisclosures(ctx, { needId: isSaved ? need.id : null, offers: open })
    const explained = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.explainOffersInSteps(need, open.map(toMarketOffer), asOfMs)),
    )
    const near_misses = explained.flatMap((explanation, at) => {
      const shown = open[at]
      if (!shown || explanation.eligible) return []
      const { needId: need_id, offerId: offer_id } = explanation
      const pair = { need: record.need, offer: shown.offer }
      const blockers = blockersFor(partnerId, pair, explanation.blockers).map((one) =>
        showBlocker(one, language),
      )
      return [
        {
          need_id,
          offer_id,
          offer: toPublicOfferView(shown),
          ...showExplanation(explanation, { reader: 'need', language }),
          blockers,
        },
      ]
    })
    return { near_misses, blocked_by: showBlockedOffers(record, blocked, language) }
  }
}

/** The same for an offer. The partner of an offer also learns what the helper lacks, and that the rate is too low. */
export function createFindNearNeeds({ engine, engineQueue }: Ports) {
  return async function findNearNeeds(
    ctx: Context,
    { record, query, language }: { record: OfferRecord; query: MatchQuery; language: ReaderLanguage },
  ): Promise<WhyNobody<NeedMatch>> {
    const { partnerId } = ctx.actor
    const offer = toMarketOffer(record)
    const asOfMs = ctx.clock().getTime()
    const options = optionsOf(query, asOfMs, {
      leaveOut: DECIDED,
      leaveOutOfOthers: hiddenGates('offer'),
    })
    const blocked = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.blockedNeedsInSteps(offer, options)),
    )
    const ids = blocked.nearMisses
    const records = await createMarketRepository(ctx.db).needsByKey(indexedNeedKeys(engine, ids))
    const isBarter = record.offer.kind === 'barter'
    const open = stillOpen(ids, records, ({ need, isHeld }) => ({ ...need, isHeld: isHeld && isBarter }))
    const explained = await engineQueue.runFor(partnerId, () =>
      runSliced(engine.explainNeedsInSteps(offer, open.map(toMarketNeed), asOfMs)),
    )
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
          need: toPublicNeedView(shown),
          ...showExplanation(explanation, { reader: 'offer', language }),
          blockers,
        },
      ]
    })
    return { near_misses, blocked_by: showBlockedNeeds(record, blocked, language) }
  }
}

function optionsOf(
  query: MatchQuery,
  asOfMs: number,
  leftOut: { leaveOut: readonly GateCode[]; leaveOutOfOthers: readonly GateCode[] },
) {
  return {
    asOfMs,
    limit: NEAR_MISSES,
    leastFit: 'possible',
    minScore: query.min_score,
    mostCounted: MOST_COUNTED,
    ...(query.kinds && { kinds: query.kinds }),
    ...leftOut,
  } as const
}

function showBlocker({ code, detail, smallestChange }: ShownBlocker, language: ReaderLanguage) {
  return { code, detail: textOf(detail, language), smallest_change: textOf(smallestChange, language) }
}
