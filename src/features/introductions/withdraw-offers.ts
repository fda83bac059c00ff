import type { WriteContext } from '../../platform/events/index.ts'
import type { OfferId } from '../../shared/ids.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import { notifyIntroduction } from './sides.ts'

/**
 * Withdraws all open introductions of offers that must no longer be shown, and notifies both sides. If consent was
 * withdrawn, also erases the stored proposals.
 */
export async function withdrawOffers(
  ctx: WriteContext,
  { offerIds, reason }: { offerIds: readonly OfferId[]; reason: 'consent_withdrawn' | 'offer_closed' },
): Promise<void> {
  const repository = createIntroductionsRepository(ctx.db)
  for (const row of await repository.withdrawOfOffers(ctx.actor.partnerId, offerIds, reason, ctx.clock()))
    notifyIntroduction(ctx, row, 'withdrawn')
  if (reason === 'consent_withdrawn') await repository.eraseProposals(ctx.actor.partnerId, offerIds)
}
