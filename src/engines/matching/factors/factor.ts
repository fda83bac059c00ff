import type { MatchContext } from '../context.ts'
import type { Pair } from '../pair.ts'
import type { Row } from '../rows/row.ts'
import type { ShownPair } from '../shown-pair.ts'
import type { Sides } from '../sides.ts'
import type { FactorName } from './factor-names.ts'

/** One thing that makes a match better or worse, in [0, 1], as each side feels it: for most, both feel the same. */
export interface FactorRule {
  name: FactorName
  forNeed(pair: Pair): number
  forOffer(pair: Pair): number
  /** The most that either side can feel beside a ranking's anchor, whoever the other is; 1 where it is not said. */
  most?(context: MatchContext): Sides<number>
  /** A sentence; asked only for what is shown. */
  reason(pair: ShownPair): string
}

/** A factor that both sides feel alike. */
export function shared(
  name: FactorName,
  value: (pair: Pair) => number,
  reason: (pair: ShownPair) => string,
): FactorRule {
  return { name, forNeed: value, forOffer: value, reason }
}

/** The most of a factor that each side feels of the other: what the anchor is, the other side feels as it is. */
export function mostOfOther(
  { anchorIsNeed, anchor }: MatchContext,
  ofPosting: (row: Row) => number,
): Sides<number> {
  return anchorIsNeed ? { need: 1, offer: ofPosting(anchor) } : { need: ofPosting(anchor), offer: 1 }
}
