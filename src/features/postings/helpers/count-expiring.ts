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
