import type { Pair, ScoredCohort } from '../../../src/engines/placement/cohort.ts'
import { blockingPairs } from './brute-force.ts'

export interface Worth {
  placed: number
  blocking: number
  score: number
}

export function worthOf(cohort: ScoredCohort, pairs: readonly Pair[]): Worth {
  const score = pairs.reduce((sum, [id, need]) => {
    const candidate = cohort.candidates.find((one) => one.id === id)
    return sum + (candidate?.scores[candidate.choices.indexOf(need)] ?? Number.NaN)
  }, 0)
  return { placed: pairs.length, blocking: blockingPairs(cohort, pairs).length, score }
}

/** The best of these placements, by one aim after the other: many placed, few blocking pairs, a large score. */
export function bestOf(
  cohort: ScoredCohort,
  every: readonly Pair[][],
  aims: readonly (keyof Worth)[],
): Worth {
  const sign = { placed: 1, blocking: -1, score: 1 }
  const [best] = every
    .map((pairs) => worthOf(cohort, pairs))
    .sort((a, b) => {
      for (const aim of aims) {
        const difference = sign[aim] * (b[aim] - a[aim])
        if (difference !== 0) return difference
      }
      return 0
    })
  if (!best) throw new Error('there is always the empty placement')
  return best
}
