import type { Context } from '../../../platform/events/index.ts'
import { utcDay } from '../../../shared/time.ts'
import { createHelpersRepository } from './helpers.repository.ts'

/** Counts helpers with a credential that expires within 30 days, up to `most`. */
export function countExpiringCredentials(
  { actor, db, clock }: Context,
  { most }: { most: number },
): Promise<number> {
  return createHelpersRepository(db).countExpiring(actor.partnerId, { today: utcDay(clock()), most })
}

/** Lists up to `limit` helpers with a credential that expires within 30 days. `isCandidate` marks students. */
export function listExpiringCredentials({ actor, db, clock }: Context, { limit }: { limit: number }) {
  return createHelpersRepository(db).listExpiring(actor.partnerId, { today: utcDay(clock()), limit })
}
