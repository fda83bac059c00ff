/** Maximum choices of a cohort for which the fewest blocking pairs are found exactly. */
export const EXACT_CHOICES = 250
/** Maximum choices of a cohort for which the solver decides which needs close. */
export const CLOSING_CHOICES = 10_000
/**
 * Limits of work for one integer program. The nodes are the actual limit; the seconds only stop nodes that take too
 * long.
 */
export const MOST_NODES = 5000
export const MOST_SECONDS = 20
/** Limits of work in the search for fewer blocking pairs: tries, and choices checked. */
export const MOST_TRIES = 1000
export const MOST_LOOKS = 5_000_000
