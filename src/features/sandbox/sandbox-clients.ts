import type { Context, WriteContext } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { Id } from '../../shared/ids.ts'
import { listClients, readClient, removeClient } from '../access/index.ts'
import { requireSandbox } from './require-sandbox.ts'

/** Returns the clients of the caller's sandbox. Throws `sandbox_not_found`. */
export async function listSandboxClients(ctx: Context) {
  const partnerId = await requireSandbox(ctx)
  return listClients({ ...ctx, actor: { partnerId } })
}

/** Returns a client of the caller's sandbox. Throws `sandbox_not_found` and `client_not_found`. */
export async function readSandboxClient(ctx: Context, { id }: { id: Id<'client'> }) {
  const partnerId = await requireSandbox(ctx)
  return readClient({ ...ctx, actor: { partnerId } }, { id })
}

/**
 * Removes a client of the caller's sandbox. `POST /v1/sandbox` creates another. Throws `sandbox_not_found` and
 * `client_not_found`.
 */
export async function removeSandboxClient(
  ctx: WriteContext & { actor: Caller },
  { id }: { id: Id<'client'> },
): Promise<void> {
  const partnerId = await requireSandbox(ctx)
  await removeClient({ ...ctx, actor: { ...ctx.actor, partnerId } }, { id, mayBeLast: true })
}
