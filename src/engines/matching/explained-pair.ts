import { DAY_MS } from '../../shared/time.ts'
import type { MatchContext } from './context.ts'
import { type Covered, coverageOf, type InferredSkills } from './coverage.ts'
import { isoDate } from './dates.ts'
import type { Pair } from './pair.ts'
import type { MarketNeed, MarketOffer } from './postings.ts'
import { NO_END } from './rows/layout.ts'

/** A pair with the full postings, from which sentences are written. */
export class ExplainedPair {
  readonly need: MarketNeed
  readonly offer: MarketOffer
  /** The compared values. */
  readonly pair: Pair
  readonly context: MatchContext
  /** How the offer covers each wanted skill. */
  readonly coverage: readonly Covered[]

  constructor(need: MarketNeed, offer: MarketOffer, pair: Pair) {
    this.need = need
    this.offer = offer
    this.pair = pair
    this.context = pair.context
    this.coverage = coverageOf(
      need,
      offer,
      inferredSkillsOf(need, offer, pair),
      pair.context.market.relatedness,
    )
  }

  /** First day on which both could work, ISO date. */
  get startsOn(): string {
    return isoDay(this.pair.startDay)
  }

  /** Last day on which both could work; null if neither has an end. */
  get endsOn(): string | null {
    return this.pair.endDay === NO_END ? null : isoDay(this.pair.endDay)
  }
}

/**
 * Returns the skills that the words of both sides express, without hints. A side's text is read only if one of its
 * skills is related to one of the other side: otherwise none would be displayed, and reading takes longer than
 * explaining.
 */
function inferredSkillsOf(need: MarketNeed, offer: MarketOffer, pair: Pair): InferredSkills {
  const { compiler } = pair.context.market
  const related = relatedInferredSkills(pair)
  const sureOf = (posting: MarketNeed | MarketOffer) =>
    compiler.inferredSkills(posting).filter(({ isSure }) => isSure)
  return { wanted: related.ofNeed ? sureOf(need) : [], offered: related.ofOffer ? sureOf(offer) : [] }
}

/**
 * Returns for each side whether an inferred skill is related to a skill of the other, hints excluded, as stored in
 * their rows.
 */
function relatedInferredSkills({ need, offer, context }: Pair): { ofNeed: boolean; ofOffer: boolean } {
  const { vocabulary, relatedness } = context.market
  const found = { ofNeed: false, ofOffer: false }
  for (let wanted = 0; wanted < need.skillCount; wanted++) {
    if (need.isHint(wanted)) continue
    const wantedSkill = vocabulary.skills.textOf(need.skill(wanted))
    for (let offered = 0; offered < offer.skillCount; offered++) {
      if (offer.isHint(offered) || (need.isPosted(wanted) && offer.isPosted(offered))) continue
      if (relatedness.of(wantedSkill, vocabulary.skills.textOf(offer.skill(offered))) === 0) continue
      if (!need.isPosted(wanted)) found.ofNeed = true
      if (!offer.isPosted(offered)) found.ofOffer = true
    }
  }
  return found
}

/** Returns the ISO date of a day since the epoch. */
export function isoDay(day: number): string {
  return isoDate(day * DAY_MS)
}
