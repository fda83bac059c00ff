import type { Context } from '../../platform/events/index.ts'
import { message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { toPublicNeedView, toPublicOfferView } from '../postings/index.ts'
import { createExplainPair, type Pair } from './explain-pair.ts'
import { logDisclosures } from './log-disclosures.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { MatchExplanation } from './matches.schemas.ts'
import type { PairPorts } from './matching-ports.ts'
import { showExplanation } from './show-match.ts'

/** Explains a pair to one of its partners and logs the disclosure. Throws the same errors as `explainPair`. */
export function createExplainMatch(ports: PairPorts) {
  const explainPair = createExplainPair(ports)
  return async function explainMatch(
    ctx: Context,
    { language, ...pair }: Pair & { language: ReaderLanguage },
  ): Promise<MatchExplanation> {
    const explained = await explainPair(ctx, pair)
    const { needRecord: need, offerRecord: offer, explanation } = explained
    await logDisclosures(ctx, { needId: pair.needId, offers: [offer] })
    const blockers = [...statusBlockers(need, offer), ...explained.blockers].map(
      ({ code, detail, smallestChange }) => ({
        code,
        detail: textOf(detail, language),
        smallest_change: textOf(smallestChange, language),
      }),
    )
    // A partner that owns both sides reads it as the need's partner.
    const reader = need.need.partnerId === ctx.actor.partnerId ? 'need' : 'offer'
    return {
      need_id: pair.needId,
      offer_id: pair.offerId,
      eligible: blockers.length === 0,
      blockers,
      need: toPublicNeedView(need),
      offer: toPublicOfferView(offer),
      ...showExplanation(explanation, { reader, language }),
    }
  }
}

/** Returns blockers for postings that are not open, because the engine does not know their status. */
function statusBlockers({ need }: NeedRecord, { offer }: OfferRecord) {
  return (['need', 'offer'] as const).flatMap((side) => {
    const { status } = { need, offer }[side]
    if (status === 'open') return []
    return [
      {
        code: `${side}_not_open`,
        detail: message('not_open', { side, status }),
        smallestChange: message('reopen', { side }),
      },
    ]
  })
}
