import type { Database } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import type { Id } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { addSecret } from './add-secret.ts'
import { createPartnersRepository } from './partners.repository.ts'

/**
 * Gives a client a new secret and lets its present ones end after `keepOldHours`, so that the partner can
 * change over without a gap; 0 ends them now. Throws `client_not_found`.
 */
export async function rotateSecret(
  deps: { db: Database; clock: Clock },
  clientId: Id<'client'>,
  keepOldHours: number,
): Promise<{ clientSecret: string; oldSecretsEndAt: Date }> {
  const now = deps.clock()
  const oldSecretsEndAt = new Date(now.getTime() + keepOldHours * HOUR_MS)
  const clientSecret = await deps.db.transaction(async (tx) => {
    const repository = createPartnersRepository(tx)
    const client = await repository.findClient(clientId)
    if (!client) throw notFound('client')
    await repository.expireSecrets(client, now, oldSecretsEndAt)
    return addSecret(repository, client, now)
  })
  return { clientSecret, oldSecretsEndAt }
}
