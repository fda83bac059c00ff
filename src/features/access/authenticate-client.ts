import type { Database } from '../../platform/db/index.ts'
import type { Scope } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Id, isId, type PartnerId } from '../../shared/ids.ts'
import { secretMatches } from './client-secrets.ts'
import { type ClientSecretRow, createPartnersRepository } from './partners.repository.ts'

export interface AuthenticatedClient {
  partnerId: PartnerId
  clientId: Id<'client'>
  scopes: Scope[]
}

/**
 * Why a client is refused. Without one of its secrets, which may have ended, nobody learns more than `unknown`.
 * `endedAt`: when the secret was revoked or expired.
 */
export type ClientAuthentication =
  | { client: AuthenticatedClient }
  | { refusal: 'unknown' | 'disabled' | 'removed' }
  | { refusal: 'secret_ended'; endedAt: Date }

/**
 * Returns the client with these credentials, or why there is none. Compares every secret, so that the time taken
 * reveals nothing.
 */
export async function authenticateClient(
  deps: { db: Database; clock: Clock },
  clientId: string,
  secret: string,
): Promise<ClientAuthentication> {
  if (!isId('client', clientId)) return { refusal: 'unknown' }
  const repository = createPartnersRepository(deps.db)
  const client = await repository.findClient(clientId)
  if (!client) return { refusal: 'unknown' }
  const matching = (await repository.secretsOf(client)).filter((row) => secretMatches(secret, row.secretHash))
  const [known] = matching
  if (!known) return { refusal: 'unknown' }
  if (client.removedAt) return { refusal: 'removed' }
  if (client.disabledAt) return { refusal: 'disabled' }
  const now = deps.clock()
  const used = matching.find((row) => endOf(row, now) === null)
  if (!used) return { refusal: 'secret_ended', endedAt: endOf(known, now) ?? now }
  await repository.touchSecret(used, now)
  return { client: { partnerId: client.partnerId, clientId, scopes: client.scopes } }
}

/** Returns when a secret ended, or null while it works. */
function endOf({ revokedAt, expiresAt }: ClientSecretRow, now: Date): Date | null {
  return revokedAt ?? (expiresAt && expiresAt <= now ? expiresAt : null)
}
