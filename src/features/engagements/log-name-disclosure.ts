import type { Context } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createDisclosuresRepository, type Showing } from '../disclosures/index.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Logs that a helper's name is disclosed to the caller, before it is. */
export async function logNameDisclosure(
  { actor: { partnerId }, db, clock }: Context,
  engagement: EngagementRow,
): Promise<void> {
  const showing = nameShowing(engagement, partnerId)
  if (showing) await createDisclosuresRepository(db).record([showing], clock())
}

/** What is logged when a partner sees the helper's name. Null for the helper's own partner, which may read it unlogged. */
export function nameShowing(engagement: EngagementRow, partnerId: PartnerId): Showing | null {
  if (engagement.offerPartnerId === partnerId) return null
  return {
    partnerId,
    subjectPartnerId: engagement.offerPartnerId,
    subjectId: engagement.helperId,
    // A name is shown only with or after the contact that it belongs to.
    shown: 'contact',
    needId: engagement.needId,
    introductionId: engagement.introductionId,
  }
}
