/** Counts below this stand for themselves. */
const EXACT_BELOW = 16
/** A count from there on is worth a power of two with a fraction of so many parts in its exponent. */
const STEPS_A_DOUBLING = 4
const SKILL_STEPS_A_DOUBLING = 1
/** The same of a mean, which every comparison of words depends on. */
const STEPS_OF_MEAN_A_DOUBLING = 4

/**
 * What a count of postings is worth in scores: the nearest step of ⁴√2. So one more posting changes the rarity of few of its
 * words, and nearly all pairs keep their scores. It depends on the count alone, never on how the count came about, so
 * processes that hold the same postings agree.
 */
export function steppedCount(count: number): number {
  return count < EXACT_BELOW ? count : nearestStep(count, STEPS_A_DOUBLING)
}

/** The same of offers with a skill, whose rarity counts in the fit of all of them: the nearest power of two. */
export function steppedSkillCount(count: number): number {
  return count < EXACT_BELOW ? count : nearestStep(count, SKILL_STEPS_A_DOUBLING)
}

/** The mean of so many lengths in the same manner; 1 where there are none. */
export function steppedMean(sum: number, count: number): number {
  if (sum === 0) return 1
  return count < EXACT_BELOW ? sum / count : nearestStep(sum / count, STEPS_OF_MEAN_A_DOUBLING)
}

function nearestStep(value: number, steps: number): number {
  return 2 ** (Math.round(Math.log2(value) * steps) / steps)
}
