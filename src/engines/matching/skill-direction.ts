import { DIRECTION_DIMENSIONS } from './rows/layout.ts'

/** A skill of a posting, with how surely it is one of its skills. */
export interface WeighedSkill {
  skill: string
  /** 1 for a posted skill. */
  confidence: number
}

/** Returns the direction of a skill, if known: `DIRECTION_DIMENSIONS` numbers of length 1. Like skills have near directions. */
export type DirectionOf = (skill: string) => Float32Array | undefined

/**
 * Returns the direction of everything that a posting is about: the sum of its skills' directions, so that postings without a common
 * skill can be near. Null if none is known. A doubtful skill counts by the square of its confidence, which was chosen on judged markets.
 */
export function directionOfSkills(
  skills: readonly WeighedSkill[],
  directionOf: DirectionOf,
): Float64Array | null {
  let sum: Float64Array | null = null
  for (const { skill, confidence } of skills) {
    const direction = directionOf(skill)
    if (!direction) continue
    sum ??= new Float64Array(DIRECTION_DIMENSIONS)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + confidence ** 2 * (direction[at] ?? 0)
  }
  return sum
}
