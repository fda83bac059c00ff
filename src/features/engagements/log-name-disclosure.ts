import type { Context } from '../../platform/events/index.ts'
import { newId } from '../../shared/ids.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Logs that a helper's name is disclosed to the caller, before it is. A helper's own partner may read it unlogged. */
export async function logNameDisclosure(
  { actor: { partnerId }, db, clock }: Context,
  engagement: EngagementRow,
): Promise<void> {
  if (engagement.offerPartnerId === partnerId) return
  await createDisclosuresRepository(db).record([
    {
      partnerId,
      id: newId('disclosure'),
      introductionId: engagement.introductionId,
      subjectPartnerId: engagement.offerPartnerId,
      subjectId: engagement.helperId,
      disclosedAt: clock(),
      needId: engagement.needId,
      // A name is shown only with or after the contact that it belongs to.
      shown: 'contact',
    },
  ])
}
