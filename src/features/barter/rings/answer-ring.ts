import type { InTransaction, Transaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { type CloseDeps, closeRing } from './close-ring.ts'
import { heldBy, tellHeld, tellParties } from './propose-ring.ts'
import { createRingsRepository, type Ring, type RingId } from './rings.repository.ts'
import type { RingState } from './rings.table.ts'

/** So many are ended in one transaction. */
const AT_ONCE = 100

/**
 * Says yes for all parties of a partner. With the last yes the ring closes: all its engagements begin, or, where
 * something in it is not to be had any more, none does, and it is `broken`. Throws `ring_not_found` and `ring_not_open`.
 */
export async function acceptRing(
  deps: CloseDeps,
  tx: Transaction,
  partnerId: PartnerId,
  id: RingId,
): Promise<Ring> {
  const now = deps.clock()
  // The lock lets one answer at a time count, so that there is one last one.
  await findOpen(deps, tx, partnerId, id)
  const repository = createRingsRepository(tx.db)
  await repository.acceptFor(id, partnerId, now)
  await repository.update(id, { updatedAt: now })
  const ring = await repository.find(partnerId, id)
  if (!ring) throw notFound('ring')
  if (ring.parties.some(({ acceptedAt }) => acceptedAt === null)) {
    tellParties(tx, ring, 'ring.accepted_by_one')
    return ring
  }
  const open = await repository.lockOpen(heldBy(ring))
  const missing = heldBy(ring).find((held) => !open.has(held.id))
  if (missing) return end(tx, ring, 'broken', now, 'not_open_any_more')
  const refusal = await closeRing(deps, tx, ring)
  return end(tx, ring, refusal ? 'broken' : 'accepted', now, refusal)
}

/** Says no, for a partner of any party: the ring ends, and what it held is free. Throws as `acceptRing` does. */
export async function declineRing(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: RingId,
): Promise<Ring> {
  const ring = await findOpen(deps, tx, partnerId, id)
  return end(tx, ring, 'declined', deps.clock(), null)
}

/** Ends rings that were not closed in time. Safe to run anywhere, any number of times. */
export async function expireRings(inTransaction: InTransaction, clock: Clock): Promise<void> {
  for (let count = AT_ONCE; count === AT_ONCE; ) {
    count = await inTransaction(async (tx) => {
      const now = clock()
      const due = await createRingsRepository(tx.db).overdue(now, AT_ONCE)
      for (const ring of due) await end(tx, ring, 'expired', now, null)
      return due.length
    })
  }
}

async function findOpen(
  { clock }: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: RingId,
): Promise<Ring> {
  const ring = await createRingsRepository(tx.db).find(partnerId, id, 'update')
  if (!ring) throw notFound('ring')
  if (ring.state !== 'proposed') throw new DomainError('ring_not_open', `The ring is ${ring.state} already.`)
  if (ring.expiresAt <= clock()) throw new DomainError('ring_not_open', 'The ring has expired.')
  return ring
}

async function end(
  tx: Transaction,
  ring: Ring,
  state: Exclude<RingState, 'proposed'>,
  now: Date,
  reason: string | null,
): Promise<Ring> {
  const repository = createRingsRepository(tx.db)
  await repository.release(ring.id)
  await repository.update(ring.id, { state, reason, endedAt: now, updatedAt: now })
  tellParties(tx, ring, `ring.${state}`)
  tellHeld(tx, ring)
  const [first] = ring.parties
  const ended = first && (await repository.find(first.partnerId, ring.id))
  return ended ?? ring
}
