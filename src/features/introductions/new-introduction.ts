import { newId } from '../../shared/ids.ts'
import type { ExplainedPair } from './explained-pair.ts'
import type { IntroductionRow } from './introductions.table.ts'

type Given =
  | 'proposedBy'
  | 'message'
  | 'sessionIds'
  | 'status'
  | 'reason'
  | 'expiresAt'
  | 'answeredAt'
  | 'engagementId'
  | 'factors'
  | 'proposal'
  | 'needMetadata'
  | 'offerMetadata'

/** Returns the row of a new introduction of a need and an offer. */
export function newIntroduction(
  { need, offer }: Pick<ExplainedPair, 'need' | 'offer'>,
  given: Pick<IntroductionRow, Given>,
  now: Date,
): IntroductionRow {
  return {
    id: newId('introduction'),
    needPartnerId: need.partnerId,
    needId: need.id,
    organizationId: need.organizationId,
    offerPartnerId: offer.partnerId,
    offerId: offer.id,
    helperId: offer.helperId,
    ...given,
    workEndedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}
