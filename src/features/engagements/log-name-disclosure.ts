import type { Context } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createDisclosuresRepository, type Showing } from '../disclosures/index.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Logs the disclosure of a helper's name to the caller, before it happens. */
export async function logNameDisclosure(
  { actor: { partnerId }, db, clock }: Context,
  engagement: EngagementRow,
): Promise<void> {
  const showing = nameShowing(engagement, partnerId)
  if (showing) await createDisclosuresRepository(db).record([showing], clock())
}

/** Returns the disclosure to log when a partner sees the helper's name. Null for the helper's own partner. */
export function nameShowing(engagement: EngagementRow, partnerId: PartnerId): Showing | null {
  if (engagement.offerPartnerId === partnerId) return null
  return {
    partnerId,
    subjectPartnerId: engagement.offerPartnerId,
    subjectId: engagement.helperId,
    // A name is shown only together with or after its contact.
    shown: 'contact',
    needId: engagement.needId,
    introductionId: engagement.introductionId,
  }
}
