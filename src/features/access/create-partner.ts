import type { Database } from '../../platform/db/index.ts'
import { partnerScopes, type Scope } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Id, newId, type PartnerId } from '../../shared/ids.ts'
import { createClient, operatorOf } from './clients/clients.ts'
import { createPartnersRepository, type PartnerRow } from './partners.repository.ts'

export interface NewPartner {
  partnerId: PartnerId
  clientId: Id<'client'>
  /** Returned only here, since only its hash is stored. */
  clientSecret: string
}

/** Creates a partner with one client and its first secret. */
export async function createPartner(
  deps: { db: Database; clock: Clock },
  input: { name: string; kind: PartnerRow['kind']; scopes?: readonly Scope[] },
): Promise<NewPartner> {
  const now = deps.clock()
  const id = newId('partner')
  return deps.db.transaction(async (tx) => {
    const { name, kind, scopes = partnerScopes } = input
    await createPartnersRepository(tx).insertPartner({ id, name, kind, createdAt: now, sandboxOf: null })
    const ctx = { actor: operatorOf(id), db: tx, clock: deps.clock }
    const { client, clientSecret } = await createClient(ctx, { scopes })
    return { partnerId: id, clientId: client.id, clientSecret }
  })
}
