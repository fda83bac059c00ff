import type { Context, WriteContext } from '../../../platform/events/index.ts'
import type { Caller } from '../../../platform/http/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { type ClearingId, createClearingsRepository } from './clearings.repository.ts'
import type { ClearingRow } from './clearings.table.ts'

const MAX_PENDING = 10

type ClearingInput = Pick<ClearingRow, 'scope' | 'maxLength' | 'objective'>

/**
 * Queues a clearing. Throws `scope_missing` for the whole network without `rings:operate`, and `too_many_open_requests`
 * while too many of this partner's clearings wait.
 */
export async function queueClearing(
  ctx: WriteContext & { actor: Caller },
  input: ClearingInput,
): Promise<ClearingRow> {
  if (input.scope === 'network' && !ctx.actor.scopes.has('rings:operate'))
    throw new DomainError(
      'scope_missing',
      'This needs a token with the scope rings:operate, which the operator of the service has.',
    )
  const repository = createClearingsRepository(ctx.db)
  if ((await repository.countPending(ctx.actor.partnerId, MAX_PENDING)) >= MAX_PENDING)
    throw new DomainError(
      'too_many_open_requests',
      `At most ${MAX_PENDING} of your clearings may wait at once. Try again when one has ended.`,
    )
  const row: ClearingRow = {
    ...input,
    partnerId: ctx.actor.partnerId,
    id: newId('clearing'),
    status: 'queued',
    result: null,
    claimedUntil: null,
    createdAt: ctx.clock(),
    endedAt: null,
  }
  await repository.insert(row)
  return row
}

/** Returns one of the caller's clearings. Throws `clearing_not_found`. */
export async function readClearing({ actor, db }: Context, { id }: { id: ClearingId }): Promise<ClearingRow> {
  const row = await createClearingsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('clearing')
  return row
}
