import type { Transaction } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { isSandbox, type PartnerId } from '../../shared/ids.ts'
import { createSandboxRepository } from './sandbox.repository.ts'

/**
 * Removes all that the sandbox of a partner holds; its clients stay. Never anything of the partner itself. Returns its
 * id. Throws `sandbox_not_found`.
 */
export async function resetSandbox({ db, append }: Transaction, partnerId: PartnerId): Promise<PartnerId> {
  const repository = createSandboxRepository(db)
  const id = isSandbox(partnerId) ? partnerId : (await repository.sandboxOf(partnerId))?.id
  if (!id || !isSandbox(id))
    throw new DomainError('sandbox_not_found', 'Open a sandbox first: POST /v1/sandbox.')
  await repository.lockPartner(id)
  const postings = await repository.postingsOf(id)
  await repository.empty(id)
  for (const resourceId of postings.need) append({ partnerId: id, type: 'need.deleted', resourceId })
  for (const resourceId of postings.offer) append({ partnerId: id, type: 'offer.deleted', resourceId })
  return id
}
