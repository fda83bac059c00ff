import type { Queryable } from '../../platform/db/index.ts'
import { type Clock, clockAhead } from '../../shared/clock.ts'
import { isSandbox, type PartnerId } from '../../shared/ids.ts'
import { createPartnersRepository } from './partners.repository.ts'

/** Returns the clock of a partner: the real one, or that of a sandbox, which may be ahead. */
export async function clockOfPartner(
  { db, clock }: { db: Queryable; clock: Clock },
  partnerId: PartnerId,
): Promise<Clock> {
  if (!isSandbox(partnerId)) return clock
  const [moved] = await createPartnersRepository(db).movedClocks(partnerId)
  return clockAhead(clock, moved?.clockAheadMs ?? 0)
}
