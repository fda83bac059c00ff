/** How well the work itself fits, apart from time, place, return and records. The best comes first. */
export const FITS = ['strong', 'good', 'possible', 'weak'] as const
export type Fit = (typeof FITS)[number]
