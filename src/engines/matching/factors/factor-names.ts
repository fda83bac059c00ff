/** All factors, in the order in which they are summed and shown: those that are expensive to compute come last. */
export const FACTOR_NAMES = [
  'skills',
  'return',
  'trust',
  'responsiveness',
  'connection',
  'freshness',
  'place',
  'time',
  'meaning',
  'wording',
] as const

export type FactorName = (typeof FACTOR_NAMES)[number]
