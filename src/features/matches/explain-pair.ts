import type { Explanation } from '../../engines/matching/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import type { ExplainedPair as IntroducedPair, PairFactors } from '../introductions/index.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import { shareMarket } from './markets.ts'
import { demandIndex, keysOf, type MatchingDeps } from './rank-matches.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

/** A need and an offer side by side, as they are now, with all that keeps them apart. */
export interface ExplainedPair extends IntroducedPair {
  needRecord: NeedRecord
  offerRecord: OfferRecord
  need: NeedRecord['need']
  offer: OfferRecord['offer']
  explanation: Explanation
  blockers: Explanation['blockers']
}

/**
 * Explains a pair, also one that is blocked or not open. One side must be the caller's own; the other its own too,
 * or open and visible to the network. Throws `need_not_found` or `offer_not_found`.
 */
export async function explainPair(
  deps: MatchingDeps,
  partnerId: PartnerId,
  needId: NeedId,
  offerId: OfferId,
): Promise<ExplainedPair> {
  demandIndex(deps)
  // Each may be the caller's own, in any state, or another partner's posting in the index.
  const needKeys = [{ partnerId, id: needId }, ...keysOf(needId, deps.engine.partnerOfNeed(needId))]
  const offerKeys = [{ partnerId, id: offerId }, ...keysOf(offerId, deps.engine.partnerOfOffer(offerId))]
  const [needs, offers] = await Promise.all([
    deps.market.needsByKey(needKeys),
    deps.market.offersByKey(offerKeys),
  ])
  const needRecord = needs.find((record) => isVisible(record.need, partnerId))
  const offerRecord = offers.find((record) => isVisible(record.offer, partnerId))
  const isOwn = needRecord?.need.partnerId === partnerId || offerRecord?.offer.partnerId === partnerId
  if (!needRecord || !isOwn) throw notFound('need')
  if (!offerRecord) throw notFound('offer')
  const explanation = await deps.turns.take(() =>
    deps.engine.explain(toMarketNeed(needRecord), toMarketOffer(offerRecord), deps.clock().getTime()),
  )
  return {
    needRecord,
    offerRecord,
    need: needRecord.need,
    offer: offerRecord.offer,
    explanation,
    isHeld: offerRecord.isHeld,
    blockers: explanation.blockers,
    factors: pairFactors(explanation, needRecord.need.skills.length > 0),
  }
}

/** Where a need names no skills, their weight is on its words: so they are worth what the words are. */
function pairFactors({ factors }: Explanation, hasSkills: boolean): PairFactors {
  const worth = (side: 'forNeed' | 'forOffer') => {
    const values = Object.fromEntries(factors.map((factor) => [factor.name, factor[side]]))
    return hasSkills ? values : { ...values, skills: values.wording ?? 0 }
  }
  return { need: worth('forNeed'), offer: worth('forOffer') }
}

function isVisible(
  posted: { partnerId: PartnerId; visibility: string; status: string },
  partnerId: PartnerId,
) {
  if (posted.partnerId === partnerId) return true
  return (
    posted.visibility === 'network' && posted.status === 'open' && shareMarket(posted.partnerId, partnerId)
  )
}
