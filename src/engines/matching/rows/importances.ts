import type { Importance } from '../postings.ts'

/** By the code that a row holds. */
export const IMPORTANCES = ['must', 'should', 'nice'] as const satisfies readonly Importance[]
/** The code of an inferred skill, on either side. */
export const INFERRED = IMPORTANCES.length
