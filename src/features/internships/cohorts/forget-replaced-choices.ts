import type { Queryable } from '../../../platform/db/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

/** An import can be undone for 24 hours after its end, and may run for an hour before. */
const KEPT_MS = 25 * HOUR_MS

/** Deletes what imports wrote and replaced once they can no longer be undone. */
export async function forgetReplacedChoices({ db, clock }: { db: Queryable; clock: Clock }): Promise<void> {
  await createPreferencesRepository(db).forgetReplaced(new Date(clock().getTime() - KEPT_MS))
}
