import { notFound } from '../shared/errors.ts'
import type { NeedId, OfferId, PartnerId } from '../shared/ids.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { MatchExplanation } from './matching.schemas.ts'
import { demandIndex, keysOf, type MatchingDeps } from './rank-matches.ts'
import { needFaceOf, offerFaceOf, showExplanation } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

/**
 * The whole explanation of a pair, also of one that is blocked. One side must be the caller's own; the other
 * its own too, or open and visible to the network. Throws `need_not_found` or `offer_not_found`.
 */
export async function explainMatch(
  deps: MatchingDeps,
  partnerId: PartnerId,
  needId: NeedId,
  offerId: OfferId,
): Promise<MatchExplanation> {
  demandIndex(deps)
  // Either may be the caller's own, in any state, or another partner's that stands in the index.
  const needKeys = [{ partnerId, id: needId }, ...keysOf(needId, deps.engine.partnerOfNeed(needId))]
  const offerKeys = [{ partnerId, id: offerId }, ...keysOf(offerId, deps.engine.partnerOfOffer(offerId))]
  const [needs, offers] = await Promise.all([
    deps.market.needsByKey(needKeys),
    deps.market.offersByKey(offerKeys),
  ])
  const need = needs.find((record) => isVisible(record.need, partnerId))
  const offer = offers.find((record) => isVisible(record.offer, partnerId))
  const isOwn = need?.need.partnerId === partnerId || offer?.offer.partnerId === partnerId
  if (!need || !isOwn) throw notFound('need')
  if (!offer) throw notFound('offer')
  const asOfMs = deps.clock().getTime()
  const explanation = deps.engine.explain(toMarketNeed(need), toMarketOffer(offer), asOfMs)
  const blockers = [
    ...statusBlockers(need, offer),
    ...explanation.blockers.map(({ code, detail, smallestChange }) => ({
      code,
      detail,
      smallest_change: smallestChange,
    })),
  ]
  return {
    need_id: needId,
    offer_id: offerId,
    eligible: blockers.length === 0,
    blockers,
    need: needFaceOf(need),
    offer: offerFaceOf(offer),
    ...showExplanation(explanation),
  }
}

function isVisible(
  posted: { partnerId: PartnerId; visibility: string; status: string },
  partnerId: PartnerId,
) {
  return posted.partnerId === partnerId || (posted.visibility === 'network' && posted.status === 'open')
}

/** Being closed is no matter of the match itself, but it keeps the pair from standing all the same. */
function statusBlockers({ need }: NeedRecord, { offer }: OfferRecord) {
  return [
    ...(need.status === 'open'
      ? []
      : [
          {
            code: 'need_not_open',
            detail: `The need is ${need.status}.`,
            smallest_change: 'Reopen the need.',
          },
        ]),
    ...(offer.status === 'open'
      ? []
      : [
          {
            code: 'offer_not_open',
            detail: `The offer is ${offer.status}.`,
            smallest_change: 'Reopen the offer.',
          },
        ]),
  ]
}
