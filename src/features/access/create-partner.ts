import type { Database, Queryable } from '../../platform/db/index.ts'
import { partnerScopes, type Scope } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Id, newId, type PartnerId } from '../../shared/ids.ts'
import { addSecret } from './add-secret.ts'
import { createPartnersRepository, type PartnerRow } from './partners.repository.ts'

export interface NewPartner {
  partnerId: PartnerId
  clientId: Id<'client'>
  /** Shown this once: only its hash is kept. */
  clientSecret: string
}

/** Makes a partner with one client and its first secret. */
export async function createPartner(
  deps: { db: Database; clock: Clock },
  input: { name: string; kind: PartnerRow['kind']; scopes?: readonly Scope[] },
): Promise<NewPartner> {
  const now = deps.clock()
  const id = newId('partner')
  return deps.db.transaction(async (tx) => {
    const { name, kind, scopes = partnerScopes } = input
    await createPartnersRepository(tx).insertPartner({ id, name, kind, createdAt: now, sandboxOf: null })
    return addClient(tx, id, scopes, now)
  })
}

/** Gives a partner one more client, with its first secret. */
export async function addClient(
  db: Queryable,
  partnerId: PartnerId,
  scopes: readonly Scope[],
  now: Date,
): Promise<NewPartner> {
  const repository = createPartnersRepository(db)
  const clientId = newId('client')
  await repository.insertClient({
    partnerId,
    id: clientId,
    scopes: [...scopes],
    createdAt: now,
    disabledAt: null,
  })
  const clientSecret = await addSecret(repository, { partnerId, id: clientId }, now)
  return { partnerId, clientId, clientSecret }
}
