import type { InTransaction, JobContext, WriteContext } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { createHoldsRepository } from '../../matches/index.ts'
import { type ClosePorts, createCloseRing } from './close-ring.ts'
import { heldBy, holdFor, notifyHeld, notifyParties } from './propose-ring.ts'
import { createRingsRepository, type Ring, type RingId } from './rings.repository.ts'
import type { RingStatus } from './rings.table.ts'

/** Maximum number of rings that one transaction ends. */
const BATCH_SIZE = 100

/**
 * Accepts for all parties of the caller. When the last partner accepts, all engagements start. If anything has become
 * unavailable meanwhile, none starts and the ring is `broken`. Throws `ring_not_found`, `ring_not_open` and `held_in_ring`.
 */
export function createAcceptRing(ports: ClosePorts) {
  const closeRing = createCloseRing(ports)

  return async function acceptRing(ctx: WriteContext, { id }: { id: RingId }): Promise<Ring> {
    const { partnerId } = ctx.actor
    const now = ctx.clock()
    // The lock serializes answers, so that exactly one is the last.
    const before = await lockOpenRing(ctx, id)
    if (before.parties.some((party) => party.partnerId === partnerId && party.acceptedAt === null))
      await holdFor(ctx, before)
    const repository = createRingsRepository(ctx.db)
    await repository.acceptFor(id, partnerId, now)
    await repository.update(id, { updatedAt: now })
    const ring = await repository.find(partnerId, id)
    if (!ring) throw notFound('ring')
    if (ring.parties.some(({ acceptedAt }) => acceptedAt === null)) {
      notifyParties(ctx, ring, 'accepted_by_one')
      return ring
    }
    const open = await repository.lockOpen(heldBy(ring))
    const missing = heldBy(ring).find((held) => !open.has(held.id))
    if (missing) return endRing(ctx, ring, { status: 'broken', reason: 'not_open_any_more' })
    const reason = await closeRing(ctx, ring)
    return endRing(ctx, ring, { status: reason ? 'broken' : 'accepted', reason })
  }
}

/** Declines for a party of the caller. The ring ends and releases what it reserved. Throws what `acceptRing` throws. */
export async function declineRing(ctx: WriteContext, { id }: { id: RingId }): Promise<Ring> {
  return endRing(ctx, await lockOpenRing(ctx, id), { status: 'declined', reason: null })
}

/**
 * Ends rings that did not close in time. Safe to run in any process, any number of times. `sandbox` restricts it to one
 * sandbox, whose clock may be ahead.
 */
export async function expireRings(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox?: PartnerId,
): Promise<void> {
  for (let count = BATCH_SIZE; count === BATCH_SIZE; ) {
    count = await inTransaction(async (tx) => {
      const due = await createRingsRepository(tx.db).overdue(clock(), BATCH_SIZE, sandbox)
      for (const ring of due) await endRing({ ...tx, clock }, ring, { status: 'expired', reason: null })
      return due.length
    })
  }
}

async function lockOpenRing({ db, actor, clock }: WriteContext, id: RingId): Promise<Ring> {
  const ring = await createRingsRepository(db).find(actor.partnerId, id, 'update')
  if (!ring) throw notFound('ring')
  if (ring.status !== 'proposed')
    throw new DomainError('ring_not_open', `The ring is already ${ring.status}. Read it to see who answered.`)
  if (ring.expiresAt <= clock())
    throw new DomainError('ring_not_open', 'The ring has expired. Propose it again with POST /v1/rings.')
  return ring
}

async function endRing(
  ctx: JobContext,
  ring: Ring,
  { status, reason }: { status: Exclude<RingStatus, 'proposed'>; reason: string | null },
): Promise<Ring> {
  const now = ctx.clock()
  const repository = createRingsRepository(ctx.db)
  await createHoldsRepository(ctx.db).release(ring.id)
  await repository.update(ring.id, { status, reason, endedAt: now, updatedAt: now })
  notifyParties(ctx, { ...ring, status }, status)
  notifyHeld(ctx, heldBy(ring))
  const [first] = ring.parties
  const ended = first && (await repository.find(first.partnerId, ring.id))
  return ended ?? ring
}
