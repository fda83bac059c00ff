/** Counts below this are exact. */
const EXACT_BELOW = 16
/** Larger counts are rounded to this many steps per doubling. */
const STEPS_A_DOUBLING = 4
const SKILL_STEPS_A_DOUBLING = 1
/** The same for means, on which every comparison of words depends. */
const STEPS_OF_MEAN_A_DOUBLING = 4

/**
 * Rounds a count of postings to the nearest step of ⁴√2 for use in scores. One more posting then changes the rarity of
 * few of its words, and nearly all pairs keep their scores. The result depends only on the count, so processes that
 * hold the same postings agree.
 */
export function steppedCount(count: number): number {
  return count < EXACT_BELOW ? count : nearestStep(count, STEPS_A_DOUBLING)
}

/** Rounds the number of offers with a skill to a power of two, because its rarity affects the fit of all of them. */
export function steppedSkillCount(count: number): number {
  return count < EXACT_BELOW ? count : nearestStep(count, SKILL_STEPS_A_DOUBLING)
}

/** Rounds the mean of `count` lengths in the same way; 1 if there are none. */
export function steppedMean(sum: number, count: number): number {
  if (sum === 0) return 1
  return count < EXACT_BELOW ? sum / count : nearestStep(sum / count, STEPS_OF_MEAN_A_DOUBLING)
}

function nearestStep(value: number, steps: number): number {
  return 2 ** (Math.round(Math.log2(value) * steps) / steps)
}
