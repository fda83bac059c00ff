import { float64At, itemAt } from '../../shared/item-at.ts'
import type { ExplainedPair } from './explained-pair.ts'
import type { Factor } from './explanation.ts'
import type { WantedSkills } from './factor-weights.ts'
import { FACTORS } from './factors/factors.ts'
import { harmonicMean, type Limits, ROUNDING, SCORE_STEPS, weighingOf } from './limits.ts'
import { isMeaningKnown, type Pair } from './pair.ts'
import type { Row } from './rows/row.ts'
import type { Sides } from './sides.ts'

/** Returned for a score below the requested minimum. */
export const TOO_LOW = -1

/**
 * Returns the score of a pair in [0, 1]. Each side's utility is the weighted mean of its factors. The score is the
 * harmonic mean of both utilities, so a pair is as good as its weaker side, and the same from either side. Returns
 * `TOO_LOW` as soon as the score cannot reach `least`, given `limits` as upper bounds of the remaining factors.
 */
export function scoreOf(pair: Pair, least = 0, limits?: Limits): number {
  const wanted = wantedSkillsOf(pair.need)
  const hasMeaning = isMeaningKnown(pair)
  const weights = pair.context.market.weights.of(wanted, hasMeaning)
  const bound = least - ROUNDING
  let need = 0
  let offer = 0
  const weighing = weighingOf(wanted, hasMeaning)
  let needRest = limits?.needSum(weighing) ?? 0
  let offerRest = limits?.offerSum(weighing) ?? 0
  for (const { rule, at } of IN_ORDER) {
    const forNeed = rule.forNeed(pair)
    const forOffer = rule.forOffer === rule.forNeed ? forNeed : rule.forOffer(pair)
    const needWeight = float64At(weights.need, at)
    const offerWeight = float64At(weights.offer, at)
    need += needWeight * forNeed
    offer += offerWeight * forOffer
    if (!limits) continue
    needRest -= needWeight * float64At(limits.need, at)
    offerRest -= offerWeight * float64At(limits.offer, at)
    if (harmonicMean(need + needRest, offer + offerRest) < bound) return TOO_LOW
  }
  const score = Math.round(harmonicMean(need, offer) * SCORE_STEPS) / SCORE_STEPS
  return score < least ? TOO_LOW : score
}

export function wantedSkillsOf(need: Row): WantedSkills {
  if (need.skillCount === 0) return 'none'
  // Posted skills come first.
  return need.isPosted(0) ? 'posted' : 'inferred'
}

const SKILLS = FACTORS.findIndex(({ name }) => name === 'skills')
const WORDING = FACTORS.findIndex(({ name }) => name === 'wording')
const MEANING = FACTORS.findIndex(({ name }) => name === 'meaning')
/** The factors with their positions. Those most often below their bounds come first. */
const IN_ORDER = [
  SKILLS,
  MEANING,
  WORDING,
  ...FACTORS.map((_, at) => at).filter((at) => at !== SKILLS && at !== MEANING && at !== WORDING),
].map((at) => ({ at, rule: itemAt(FACTORS, at) }))

/**
 * Returns how fast the harmonic mean grows with each side: ∂H/∂a = 2b² ⁄ (a + b)². If both are 0, as for two equal
 * sides.
 */
function slopes({ need, offer }: Sides<number>): Sides<number> {
  const sum = need + offer
  if (sum === 0) return { need: 0.5, offer: 0.5 }
  return { need: 2 * (offer / sum) ** 2, offer: 2 * (need / sum) ** 2 }
}

/**
 * Returns what each factor contributes to a pair's score. The harmonic mean is homogeneous of degree 1, so by Euler's
 * theorem it equals the sum of its arguments times its slopes: a factor's weight is its weight on each side times that
 * side's slope, added up, and value × weight over all factors sums to the score (to its sixth decimal). If a factor
 * differs between the sides, its value is the mean of both by those same weights.
 */
export function factorsOf(shown: ExplainedPair): Factor[] {
  const { pair } = shown
  const weights = pair.context.market.weights.of(wantedSkillsOf(pair.need), isMeaningKnown(pair))
  const felt = FACTORS.map((rule, at) => ({
    rule,
    forNeed: rule.forNeed(pair),
    forOffer: rule.forOffer(pair),
    needWeight: float64At(weights.need, at),
    offerWeight: float64At(weights.offer, at),
  }))
  const slope = slopes({
    need: felt.reduce((sum, one) => sum + one.needWeight * one.forNeed, 0),
    offer: felt.reduce((sum, one) => sum + one.offerWeight * one.forOffer, 0),
  })
  return felt.map(({ rule, forNeed, forOffer, needWeight, offerWeight }) => {
    const weight = needWeight * slope.need + offerWeight * slope.offer
    const contribution = needWeight * slope.need * forNeed + offerWeight * slope.offer * forOffer
    const value = forNeed === forOffer || weight === 0 ? forNeed : contribution / weight
    return { name: rule.name, value, forNeed, forOffer, weight, contribution, reason: rule.reason(shown) }
  })
}
