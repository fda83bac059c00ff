import type { Importance } from '../postings.ts'

/** By the code that a row stores. */
export const IMPORTANCES = ['must', 'should', 'nice'] as const satisfies readonly Importance[]
/** The code of an inferred skill, on either side. Codes from here on are for skills that were not posted. */
export const INFERRED = IMPORTANCES.length
/** The code of an inferred skill that is only a hint. */
export const HINT = INFERRED + 1
