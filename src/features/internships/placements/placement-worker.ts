import {
  blockingPairs,
  type Pair,
  placeMost,
  placeStable,
  takeOutLocked,
} from '../../../engines/placement/index.ts'
import type { ReadCohort } from '../cohorts/read-cohort.ts'
import type { Method } from './placements.schemas.ts'

export interface Placed {
  pairs: Pair[]
  blockingPairs: number
  /** Whether it is proven that no otherwise equally good placement has fewer. */
  isFewest: boolean
  /** Locked pairs that exclude each other. Nothing is placed then. */
  impossible: Pair[]
}

/** Places a cohort. Runs in the thread that `createPlacing` creates. */
export function placeCohort({ cohort, method }: { cohort: ReadCohort; method: Method }): Placed {
  const locked = cohort.locked.map(({ candidateId, needId }): Pair => [candidateId, needId])
  const { rest, impossible } = takeOutLocked(cohort, locked)
  if (impossible.length > 0) return { pairs: [], blockingPairs: 0, isFewest: false, impossible }
  const { pairs, isFewest } = method === 'stable' ? placeStable(rest) : placeMost(rest)
  const blocking = blockingPairs(rest, pairs).length
  const mayBlock = cohort.together.length + cohort.apart.length > 0
  if (method === 'stable' && blocking > 0 && !mayBlock)
    throw new Error(`a stable placement with ${blocking} blocking pairs`)
  return { pairs: [...locked, ...pairs], blockingPairs: blocking, isFewest, impossible }
}
