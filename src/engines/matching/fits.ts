/** How well the work itself fits, apart from time, place, return and records, best first. */
export const FITS = ['strong', 'good', 'possible', 'weak'] as const
export type Fit = (typeof FITS)[number]
