import type { Database } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import type { Id } from '../../shared/ids.ts'
import { type KeeperContext, operatorOf, rotateClientSecret } from './clients/clients.ts'
import { createPartnersRepository } from './partners.repository.ts'

/** Runs an operation on a client of any partner, for an operator. Throws `client_not_found`. */
export async function asOperator<T>(
  { db, clock }: { db: Database; clock: Clock },
  clientId: Id<'client'>,
  verb: (ctx: KeeperContext) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const client = await createPartnersRepository(tx).findClient(clientId)
    if (!client) throw notFound('client')
    return verb({ actor: operatorOf(client.partnerId), db: tx, clock })
  })
}

/** Creates a new secret for a client of any partner, for an operator. See `rotateClientSecret`. */
export async function rotateSecret(
  deps: { db: Database; clock: Clock },
  clientId: Id<'client'>,
  keepOldHours: number,
): Promise<{ clientSecret: string; oldSecretsEndAt: Date }> {
  return asOperator(deps, clientId, (ctx) => rotateClientSecret(ctx, { id: clientId, keepOldHours }))
}
