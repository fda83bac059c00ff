import type { Context } from '../../platform/events/index.ts'
import type { NeedId } from '../../shared/ids.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import type { OfferRecord } from './market.repository.ts'

/**
 * Logs, in advance, that candidates of other offices are disclosed to the caller. Each office can read its part of the
 * log. `needId` is the need for which they are shown, or null if it is not saved.
 */
export async function logDisclosures(
  { actor: { partnerId }, db, clock }: Context,
  { needId, offers }: { needId: NeedId | null; offers: readonly OfferRecord[] },
): Promise<void> {
  const showings = offers
    .filter(({ offer }) => offer.isCandidate && offer.partnerId !== partnerId)
    .map(({ offer }) => ({
      partnerId,
      subjectPartnerId: offer.partnerId,
      subjectId: offer.helperId,
      shown: 'profile' as const,
      needId,
      introductionId: null,
    }))
  await createDisclosuresRepository(db).record(showings, clock())
}
