import type { Queryable } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Id, newId } from '../../shared/ids.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import type { OfferRecord } from './market.repository.ts'

/**
 * Notes that candidates of others are shown to a partner, before they are: each showing is a row that their office can
 * read. `need` is what they are shown for, and whose partner sees them.
 */
export async function noteShowing(
  deps: { db: Queryable; clock: Clock },
  need: { partnerId: string; id: string | null },
  shown: readonly OfferRecord[],
): Promise<void> {
  const disclosedAt = deps.clock()
  const rows = shown
    .filter(({ offer }) => offer.isCandidate && offer.partnerId !== need.partnerId)
    .map(({ offer }) => ({
      // The engine's ids are those that the market feed gave it.
      partnerId: need.partnerId as Id<'partner'>,
      id: newId('disclosure'),
      introductionId: null,
      subjectPartnerId: offer.partnerId,
      subjectId: offer.helperId,
      disclosedAt,
      needId: need.id as Id<'need'> | null,
      shown: 'profile' as const,
    }))
  await createDisclosuresRepository(deps.db).record(rows)
}
