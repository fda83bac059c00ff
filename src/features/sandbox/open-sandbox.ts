import type { WriteContext } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { isSandbox, newSandboxId } from '../../shared/ids.ts'
import { createClient, createPartnersRepository, type NewPartner } from '../access/index.ts'

/**
 * Adds a client with the caller's scopes to the caller's sandbox, and creates the sandbox if there is none. If the caller is
 * itself a sandbox, adds a client to that sandbox. Throws `too_many_clients`.
 */
export async function openSandbox({
  actor,
  db,
  clock,
}: WriteContext & { actor: Caller }): Promise<NewPartner> {
  const now = clock()
  const repository = createPartnersRepository(db)
  const partner = await repository.findPartner(actor.partnerId, 'no key update')
  if (!partner) throw new Error('the partner of a valid token is missing')
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
  const ctx = { actor: { ...actor, partnerId: id }, db, clock }
  const { client, clientSecret } = await createClient(ctx, { scopes: [...actor.scopes] })
  return { partnerId: id, clientId: client.id, clientSecret }
}
