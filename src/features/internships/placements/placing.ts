import { createThread, type Thread } from '../../../platform/jobs/index.ts'
import type { ReadCohort } from '../cohorts/read-cohort.ts'
import type { Placed } from './placement-worker.ts'
import type { Method } from './placements.schemas.ts'

/** See `placement-worker.ts`. */
export function createPlacing(): Thread<{ cohort: ReadCohort; method: Method }, Placed> {
  return createThread(new URL('./placement-worker.ts', import.meta.url), 'placeCohort')
}
