import { DAY_MS } from '../../shared/time.ts'
import type { MatchContext } from './context.ts'
import { type Covered, coverageOf } from './coverage.ts'
import { isoDate } from './dates.ts'
import type { Pair } from './pair.ts'
import type { MarketNeed, MarketOffer } from './postings.ts'
import { NO_END } from './rows/layout.ts'

/** A pair with the postings' own words beside it: what sentences are made of. */
export class ShownPair {
  readonly need: MarketNeed
  readonly offer: MarketOffer
  /** What is compared. */
  readonly pair: Pair
  readonly context: MatchContext
  /** How the offer covers each wanted skill. */
  readonly coverage: readonly Covered[]

  constructor(need: MarketNeed, offer: MarketOffer, pair: Pair) {
    this.need = need
    this.offer = offer
    this.pair = pair
    this.context = pair.context
    const { compiler, relatedness } = pair.context.market
    const sureOf = (posting: MarketNeed | MarketOffer) =>
      compiler.inferredSkills(posting).filter(({ isSure }) => isSure)
    const inferred = { wanted: sureOf(need), offered: sureOf(offer) }
    this.coverage = coverageOf(need, offer, inferred, relatedness)
  }

  /** First day that both could work on, ISO date. */
  get startsOn(): string {
    return isoDay(this.pair.startDay)
  }

  /** Last day that both could work on; null where both are open. */
  get endsOn(): string | null {
    return this.pair.endDay === NO_END ? null : isoDay(this.pair.endDay)
  }
}

/** The ISO date of a day since the epoch. */
export function isoDay(day: number): string {
  return isoDate(day * DAY_MS)
}
