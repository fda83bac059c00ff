import type { Database } from '../../platform/db/index.ts'
import type { Scope } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Id, isId, type PartnerId } from '../../shared/ids.ts'
import { secretMatches } from './client-secrets.ts'
import { createPartnersRepository } from './partners.repository.ts'

export interface AuthenticatedClient {
  partnerId: PartnerId
  clientId: Id<'client'>
  scopes: Scope[]
}

/**
 * Returns the client with these credentials, or null if they are wrong or the client is disabled. Compares every live
 * secret, so that the time taken reveals nothing.
 */
export async function authenticateClient(
  deps: { db: Database; clock: Clock },
  clientId: string,
  secret: string,
): Promise<AuthenticatedClient | null> {
  if (!isId('client', clientId)) return null
  const repository = createPartnersRepository(deps.db)
  const client = await repository.findClient(clientId)
  if (!client || client.disabledAt) return null
  const now = deps.clock()
  const matching = (await repository.liveSecrets(client, now)).filter((row) =>
    secretMatches(secret, row.secretHash),
  )
  const used = matching[0]
  if (!used) return null
  await repository.touchSecret(used, now)
  return { partnerId: client.partnerId, clientId, scopes: client.scopes }
}
