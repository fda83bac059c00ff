import { createThread, type Thread } from '../shared/thread.ts'
import type { Placed } from './placement-worker.ts'
import type { Method } from './placements.table.ts'
import type { ReadCohort } from './read-cohort.ts'

/** See `placement-worker.ts`. */
export function createPlacing(): Thread<{ cohort: ReadCohort; method: Method }, Placed> {
  return createThread(new URL('./placement-worker.ts', import.meta.url), 'placeCohort')
}
