import type { Transaction } from '../../platform/events/index.ts'
import type { Scope } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import { isSandbox, newSandboxId, type PartnerId } from '../../shared/ids.ts'
import { addClient, createPartnersRepository, type NewPartner } from '../access/index.ts'

export const MOST_CLIENTS = 20

/**
 * Gives the sandbox of a partner one more client, with the scopes of who asks, and makes the sandbox where there is none
 * yet. In a sandbox it is that sandbox. Throws `too_many_clients`.
 */
export async function openSandbox(
  { clock }: { clock: Clock },
  { db }: Transaction,
  actor: { partnerId: PartnerId; scopes: ReadonlySet<Scope> },
): Promise<NewPartner> {
  const now = clock()
  const repository = createPartnersRepository(db)
  const partner = await repository.findPartner(actor.partnerId, 'no key update')
  if (!partner) throw new Error('a token names a partner that is not there')
  const known = isSandbox(partner.id) ? partner : await repository.findSandbox(partner.id)
  const id = known?.id ?? newSandboxId()
  if (!known) {
    await repository.insertPartner({
      id,
      name: `${partner.name} (sandbox)`,
      kind: partner.kind,
      createdAt: now,
      sandboxOf: partner.id,
    })
  }
  if ((await repository.countClients(id)) >= MOST_CLIENTS)
    throw new DomainError('too_many_clients', `A sandbox has ${MOST_CLIENTS} clients at most.`)
  return addClient(db, id, [...actor.scopes], now)
}
