import { deleteRows, type PartnerRows } from '../../platform/db/index.ts'
import { createEventPositionsRepository, type WriteContext } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createPartnersRepository } from '../access/index.ts'
import { createNeedsRepository, createOffersRepository } from '../postings/index.ts'
import { requireSandbox } from './require-sandbox.ts'

export interface ResetPorts {
  /** The rows that each feature stores for a partner, in the order in which they can be deleted. */
  sandboxRows: readonly (readonly PartnerRows[])[]
}

/**
 * Deletes everything in the caller's sandbox except its clients, and nothing of the partner itself. Its clock returns to
 * real time. Returns the sandbox's id. Throws `sandbox_not_found`.
 */
export function createResetSandbox({ sandboxRows }: ResetPorts) {
  return async function resetSandbox({ actor, db, append }: WriteContext): Promise<PartnerId> {
    const id = await requireSandbox({ actor, db })
    const partners = createPartnersRepository(db)
    await partners.findPartner(id, 'no key update')
    await partners.setClockAhead(id, 0)
    await createEventPositionsRepository(db).hold()
    const needs = await createNeedsRepository(db).idsOf(id)
    const offers = await createOffersRepository(db).idsOf(id)
    for (const rows of sandboxRows) await deleteRows(db, rows, id)
    // Events tell the index of the market about deleted postings.
    for (const resourceId of needs) append({ partnerId: id, type: 'need.deleted', resourceId })
    for (const resourceId of offers) append({ partnerId: id, type: 'offer.deleted', resourceId })
    return id
  }
}
