import type { Context } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { isSandbox, type PartnerId } from '../../shared/ids.ts'
import { createPartnersRepository } from '../access/index.ts'

/**
 * Returns the caller's sandbox, which may be the caller itself. Never returns a live partner. Throws `sandbox_not_found`.
 */
export async function requireSandbox({ actor, db }: Pick<Context, 'actor' | 'db'>): Promise<PartnerId> {
  const { partnerId } = actor
  const id = isSandbox(partnerId)
    ? partnerId
    : (await createPartnersRepository(db).findSandbox(partnerId))?.id
  if (!id || !isSandbox(id))
    throw new DomainError('sandbox_not_found', 'Create a sandbox first with POST /v1/sandbox.')
  return id
}
