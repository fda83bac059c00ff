import type { FactorName } from '../market.ts'
import type { Pair } from '../pair.ts'

/** One thing that makes a match better or worse, in [0, 1], as each side feels it: for most, both feel the same. */
export interface FactorRule {
  name: FactorName
  forNeed(pair: Pair): number
  forOffer(pair: Pair): number
  /** A sentence; asked only for what is shown. */
  reason(pair: Pair): string
}

/** A factor that both sides feel alike. */
export function shared(
  name: FactorName,
  value: (pair: Pair) => number,
  reason: (pair: Pair) => string,
): FactorRule {
  return { name, forNeed: value, forOffer: value, reason }
}
