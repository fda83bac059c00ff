import { blockingPairs, type Pair, placeMost, placeStable } from '../../../engines/placement/index.ts'
import type { ReadCohort } from '../cohorts/read-cohort.ts'
import type { Method } from './placements.schemas.ts'

export interface Placed {
  pairs: Pair[]
  blockingPairs: number
}

/** Places a cohort. Runs in the thread that `createPlacing` makes. */
export function placeCohort({ cohort, method }: { cohort: ReadCohort; method: Method }): Placed {
  const { pairs } = method === 'stable' ? placeStable(cohort) : placeMost(cohort)
  const blocking = blockingPairs(cohort, pairs).length
  if (method === 'stable' && blocking > 0)
    throw new Error(`a stable placement with ${blocking} blocking pairs`)
  return { pairs, blockingPairs: blocking }
}
