import type { Database } from '../db/database.ts'
import type { Clock } from '../shared/clock.ts'
import { type Id, newId, type PartnerId } from '../shared/ids.ts'
import { newClientSecret } from './client-secrets.ts'
import { createPartnersRepository, type PartnerRow } from './partners.repository.ts'
import { partnerScopes, type Scope } from './scopes.ts'

export interface NewPartner {
  partnerId: PartnerId
  clientId: Id<'client'>
  /** Shown this once: only its hash is kept. */
  clientSecret: string
}

/** Makes a partner with one client and its first secret. */
export async function createPartner(
  deps: { db: Database; clock: Clock },
  input: { name: string; kind: PartnerRow['kind']; scopes?: Scope[] },
): Promise<NewPartner> {
  const now = deps.clock()
  const partnerId = newId('partner')
  const clientId = newId('client')
  const { secret, secretHash } = newClientSecret()
  await deps.db.transaction(async (tx) => {
    const repository = createPartnersRepository(tx)
    await repository.insertPartner({ id: partnerId, name: input.name, kind: input.kind, createdAt: now })
    await repository.insertClient({
      partnerId,
      id: clientId,
      scopes: input.scopes ?? partnerScopes,
      createdAt: now,
    })
    await repository.insertSecret({
      partnerId,
      id: newId('secret'),
      clientId,
      secretHash,
      createdAt: now,
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
    })
  })
  return { partnerId, clientId, clientSecret: secret }
}
