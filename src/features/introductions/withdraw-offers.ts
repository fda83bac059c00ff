import type { Transaction } from '../../platform/events/index.ts'
import type { OfferId, PartnerId } from '../../shared/ids.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import { tellBoth } from './sides.ts'

/** Takes back all open introductions of offers that may not be shown any more, and tells both sides. */
export async function withdrawOffers(
  tx: Transaction,
  partnerId: PartnerId,
  offerIds: readonly OfferId[],
  reason: 'consent_withdrawn' | 'offer_closed',
  now: Date,
): Promise<void> {
  const repository = createIntroductionsRepository(tx.db)
  for (const row of await repository.withdrawOfOffers(partnerId, offerIds, reason, now))
    tellBoth(tx, row, 'introduction.withdrawn')
}
