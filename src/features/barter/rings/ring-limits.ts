import type { WriteContext } from '../../../platform/events/index.ts'
import { refusedUntil } from '../../../shared/errors.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import { createPartnersRepository } from '../../access/index.ts'
import { type Counted, type ProposalLimits, requireBelow } from '../../introductions/index.ts'
import { createRingsRepository, type Ring } from './rings.repository.ts'

/**
 * Keeps one partner from proposing rings to others again and again. Rings within one partner are not limited. Locks the
 * proposing partner, so that its proposals are counted one after another. Throws `declined_recently` and
 * `too_many_proposals`.
 */
export async function requireFairRing(ctx: WriteContext, ring: Ring, limits: ProposalLimits): Promise<void> {
  const others = othersIn(ring)
  if (others.size === 0) return
  const now = ctx.clock()
  const coolDownMs = limits.coolDownHours * HOUR_MS
  await createPartnersRepository(ctx.db).findPartner(ring.proposedBy, 'no key update')
  const since = new Date(now.getTime() - coolDownMs)
  const recent = (await createRingsRepository(ctx.db).recentOf(ring.proposedBy, since)).filter(
    (one) => othersIn(one).size > 0,
  )
  const restedAt = (one: Ring) => new Date(endOf(one).getTime() + coolDownMs)
  const declined = recent.filter((one) => one.status === 'declined' && partiesKey(one) === partiesKey(ring))
  if (declined.length > 0)
    throw refusedUntil('declined_recently', 'A ring of yours with the same parties was declined.', {
      until: latest(declined.map(restedAt)),
      now,
    })
  for (const other of others) {
    const counted = countedBy(
      recent.filter((one) => othersIn(one).has(other)),
      restedAt,
    )
    requireBelow(counted, limits.perPartnerPair, 'to this partner', now)
  }
  const open = recent.filter((one) => one.status === 'proposed' && one.expiresAt > now)
  requireBelow(countedBy(open, endOf), limits.openPerPartner, 'to other partners', now)
}

function othersIn({ proposedBy, parties }: Ring): Set<PartnerId> {
  return new Set(parties.map(({ partnerId }) => partnerId).filter((id) => id !== proposedBy))
}

/** Returns when a ring stopped waiting, or will stop. */
function endOf({ endedAt, expiresAt }: Ring): Date {
  return endedAt ?? expiresAt
}

/** Returns a key that is equal for rings of the same parties in any order. */
function partiesKey({ parties }: Ring): string {
  return parties
    .map(({ organizationId, helperId }) => organizationId ?? helperId)
    .sort()
    .join(' ')
}

function countedBy(rings: readonly Ring[], endsAt: (ring: Ring) => Date): Counted {
  const ends = rings.map(endsAt).sort((a, b) => a.getTime() - b.getTime())
  return { count: rings.length, firstEndsAt: ends[0] ?? null }
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())))
}
