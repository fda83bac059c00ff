import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import { explainPair } from './explain-pair.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { MatchExplanation } from './matches.schemas.ts'
import { noteShowing } from './note-showing.ts'
import type { MatchingDeps } from './rank-matches.ts'
import { needFaceOf, offerFaceOf, showExplanation } from './show-match.ts'

/** The whole explanation of a pair: see `explainPair`. */
export async function explainMatch(
  deps: MatchingDeps,
  partnerId: PartnerId,
  needId: NeedId,
  offerId: OfferId,
): Promise<MatchExplanation> {
  const pair = await explainPair(deps, partnerId, needId, offerId)
  const { needRecord: need, offerRecord: offer, explanation } = pair
  await noteShowing(deps, { partnerId, id: needId }, [offer])
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
