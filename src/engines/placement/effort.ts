/** Cohorts with at most so many choices get the fewest blocking pairs exactly. */
export const EXACT_CHOICES = 250
/** Cohorts with at most so many choices get the needs that close chosen by the solver. */
export const CLOSING_CHOICES = 10_000
/** How much work one integer program may take. The nodes are the bound; the time only ends what a node takes too long for. */
export const MOST_NODES = 5000
export const MOST_SECONDS = 20
/** How much work the search for fewer blocking pairs may take: tries, and choices looked at. */
export const MOST_TRIES = 1000
export const MOST_LOOKS = 5_000_000
