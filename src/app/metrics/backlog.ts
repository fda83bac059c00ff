import { createImportsRepository } from '../../features/imports/index.ts'
import { createMatchAlertsRepository } from '../../features/matches/index.ts'
import { createDeliveryQueue } from '../../features/notifications/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { createEventPositionsRepository } from '../../platform/events/index.ts'
import { countJobs } from '../../platform/jobs/index.ts'

/** Amount of waiting work. */
export interface Backlog {
  imports: number
  jobs: number
  deliveries: number
  /** Events without a position. */
  events: number
  /** Events whose matches have not been reported yet. */
  alerts: number
}

/** Higher numbers are reported as this one, to limit the cost of counting. */
const MOST_COUNTED = 100_000

/** Counts one after the other, so that it uses at most one connection. */
export async function readBacklog(db: Queryable, now: Date): Promise<Backlog> {
  return {
    imports: await createImportsRepository(db).countWaiting(MOST_COUNTED),
    jobs: await countJobs(db, MOST_COUNTED),
    deliveries: await createDeliveryQueue(db).countDue(now, MOST_COUNTED),
    events: await createEventPositionsRepository(db).countUnnumbered(MOST_COUNTED),
    alerts: await createMatchAlertsRepository(db).countBehind(MOST_COUNTED),
  }
}
