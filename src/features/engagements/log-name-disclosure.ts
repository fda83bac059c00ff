import type { Context } from '../../platform/events/index.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Logs that a helper's name is disclosed to the caller, before it is. A helper's own partner may read it unlogged. */
export async function logNameDisclosure(
  { actor: { partnerId }, db, clock }: Context,
  engagement: EngagementRow,
): Promise<void> {
  if (engagement.offerPartnerId === partnerId) return
  const showing = {
    partnerId,
    subjectPartnerId: engagement.offerPartnerId,
    subjectId: engagement.helperId,
    // A name is shown only with or after the contact that it belongs to.
    shown: 'contact' as const,
    needId: engagement.needId,
    introductionId: engagement.introductionId,
  }
  await createDisclosuresRepository(db).record([showing], clock())
}
