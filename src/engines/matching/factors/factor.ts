import type { Message } from '../../../shared/messages/index.ts'
import type { MatchContext } from '../context.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import type { Pair } from '../pair.ts'
import type { Row } from '../rows/row.ts'
import type { Sides } from '../sides.ts'
import type { FactorName } from './factor-names.ts'

/** One thing that makes a match better or worse. Each side has a value in [0, 1]; for most factors both are equal. */
export interface FactorRule {
  name: FactorName
  forNeed(pair: Pair): number
  forOffer(pair: Pair): number
  /** Upper bound of the value for each side, given only the ranking's anchor. Default: 1. */
  most?(context: MatchContext): Sides<number>
  /** Returns sentences, or none if the value tells a reader nothing. Called only for displayed pairs. */
  reason(pair: ExplainedPair): Message[]
}

/** Creates a factor with the same value for both sides. */
export function shared(
  name: FactorName,
  value: (pair: Pair) => number,
  reason: (pair: ExplainedPair) => Message[],
): FactorRule {
  return { name, forNeed: value, forOffer: value, reason }
}

/** Returns the upper bound of a factor for each side. It is exact for the side that judges the anchor. */
export function mostOfOther(
  { anchorIsNeed, anchor }: MatchContext,
  ofPosting: (row: Row) => number,
): Sides<number> {
  return anchorIsNeed ? { need: 1, offer: ofPosting(anchor) } : { need: ofPosting(anchor), offer: 1 }
}
