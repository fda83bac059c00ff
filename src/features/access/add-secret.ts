import { newId } from '../../shared/ids.ts'
import { newClientSecret } from './client-secrets.ts'
import type { ClientRow, PartnersRepository } from './partners.repository.ts'

/** Creates another secret for a client and returns it. Only its hash is stored. */
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
