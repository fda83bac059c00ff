import { blockingPairs } from './blocking-pairs.ts'
import { closeBelowMinimum } from './close-below-minimum.ts'
import { hasBonds, type ScoredCohort } from './cohort.ts'
import { EXACT_CHOICES } from './effort.ts'
import { fewestBlocking } from './fewest-blocking.ts'
import { improve } from './improve.ts'
import type { Placed } from './place-most.ts'
import { placementProgram } from './placement-program.ts'
import { startPlacement } from './start-placement.ts'

/**
 * Places a cohort so that no candidate and organization would both prefer each other to their placement. Without bonds
 * this always succeeds for the needs that stay open (see `applyInTurn` and `closeBelowMinimum`). With bonds there may
 * be no such placement; then the result has the fewest blocking pairs in small cohorts, and as few as `improve` finds
 * in others.
 */
export function placeStable(cohort: ScoredCohort): Placed {
  if (!hasBonds(cohort)) return { pairs: closeBelowMinimum(cohort), isFewest: true }
  const start = improve(cohort, startPlacement(cohort), { keepsCount: false })
  const base = placementProgram(cohort)
  const isStable = blockingPairs(cohort, start).length === 0
  if (base.places.length === 0 || base.places.length > EXACT_CHOICES)
    return { pairs: start, isFewest: isStable }
  const { pairs, isProven } = fewestBlocking(cohort, base, { aim: { kind: 'stable' }, start })
  return { pairs, isFewest: isProven }
}
