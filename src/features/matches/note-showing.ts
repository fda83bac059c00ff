import type { Queryable } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type NeedId, newId, type PartnerId } from '../../shared/ids.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import type { OfferRecord } from './market.repository.ts'

/**
 * Notes that candidates of others are shown to a partner, before they are: each showing is a row that their office can
 * read. `need` is what they are shown for, and whose partner sees them.
 */
export async function noteShowing(
  deps: { db: Queryable; clock: Clock },
  need: { partnerId: PartnerId; id: NeedId | null },
  shown: readonly OfferRecord[],
): Promise<void> {
  const disclosedAt = deps.clock()
  const rows = shown
    .filter(({ offer }) => offer.isCandidate && offer.partnerId !== need.partnerId)
    .map(({ offer }) => ({
      partnerId: need.partnerId,
      id: newId('disclosure'),
      introductionId: null,
      subjectPartnerId: offer.partnerId,
      subjectId: offer.helperId,
      disclosedAt,
      needId: need.id,
      shown: 'profile' as const,
    }))
  await createDisclosuresRepository(deps.db).record(rows)
}
