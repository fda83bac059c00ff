import { newId } from '../../shared/ids.ts'
import { newClientSecret } from './client-secrets.ts'
import type { ClientRow, PartnersRepository } from './partners.repository.ts'

/** Gives a client one more secret, and returns it: only its hash is kept. */
export async function addSecret(
  repository: PartnersRepository,
  { partnerId, id }: Pick<ClientRow, 'partnerId' | 'id'>,
  now: Date,
): Promise<string> {
  const { secret, secretHash } = newClientSecret()
  await repository.insertSecret({
    partnerId,
    id: newId('secret'),
    clientId: id,
    secretHash,
    createdAt: now,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  })
  return secret
}
