import { FACTORS } from './factors/index.ts'
import type { Factor, FactorName } from './market.ts'
import type { Pair } from './pair.ts'
import { NEED_SIDE_WEIGHTS, OFFER_SIDE_WEIGHTS } from './weights.ts'

type SideWeights = Readonly<Record<FactorName, number>>

interface Sides<T> {
  need: T
  offer: T
}

const WEIGHTS: Sides<SideWeights> = {
  need: normalised(NEED_SIDE_WEIGHTS),
  offer: normalised(OFFER_SIDE_WEIGHTS),
}

/** Without skills to look for, their weight is on the words. */
const WEIGHTS_WITHOUT_SKILLS: Sides<SideWeights> = {
  need: skillsToWording(WEIGHTS.need),
  offer: skillsToWording(WEIGHTS.offer),
}

/** A score has six decimals: what can't be told apart by them is a tie, and ties go by id. */
const SCORE_STEPS = 1e6

/**
 * Score of a pair in [0, 1]: each side's utility is the weighted mean of the factors as it feels them, and
 * the score is the harmonic mean of the two, so a pair is as good as its weaker side. The same from either side.
 */
export function scoreOf(pair: Pair): number {
  return Math.round(harmonicMean(sidesOf(pair)) * SCORE_STEPS) / SCORE_STEPS
}

function sidesOf(pair: Pair): Sides<number> {
  const weights = weightsFor(pair)
  let need = 0
  let offer = 0
  for (const rule of FACTORS) {
    need += weights.need[rule.name] * rule.forNeed(pair)
    offer += weights.offer[rule.name] * rule.forOffer(pair)
  }
  return { need, offer }
}

function harmonicMean({ need, offer }: Sides<number>): number {
  return need === 0 || offer === 0 ? 0 : Math.min(1, (2 * need * offer) / (need + offer))
}

/** How fast the harmonic mean grows with each side: ∂H/∂a = 2b² ⁄ (a + b)². Where both are 0, as between equals. */
function slopes({ need, offer }: Sides<number>): Sides<number> {
  const sum = need + offer
  if (sum === 0) return { need: 0.5, offer: 0.5 }
  return { need: 2 * (offer / sum) ** 2, offer: 2 * (need / sum) ** 2 }
}

/**
 * What each factor brings to a pair's score. The harmonic mean is homogeneous of degree 1, so by Euler's
 * theorem it equals the sum of its arguments times its slopes: a factor's weight is its weight on each side
 * times that side's slope, added up, and value × weight over all factors sums to the score (to its sixth decimal).
 * Where the two sides feel a factor differently, its value is the mean of both by those same weights.
 */
export function factorsOf(pair: Pair): Factor[] {
  const weights = weightsFor(pair)
  const slope = slopes(sidesOf(pair))
  return FACTORS.map((rule) => {
    const forNeed = rule.forNeed(pair)
    const forOffer = rule.forOffer(pair)
    const needWeight = weights.need[rule.name] * slope.need
    const offerWeight = weights.offer[rule.name] * slope.offer
    const weight = needWeight + offerWeight
    const contribution = needWeight * forNeed + offerWeight * forOffer
    const value = forNeed === forOffer || weight === 0 ? forNeed : contribution / weight
    return { name: rule.name, value, weight, contribution, reason: rule.reason(pair) }
  })
}

function weightsFor({ need }: Pair): Sides<SideWeights> {
  return need.skills.length ? WEIGHTS : WEIGHTS_WITHOUT_SKILLS
}

function normalised(weights: SideWeights): SideWeights {
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0)
  // The same keys as before.
  return Object.fromEntries(Object.entries(weights).map(([name, one]) => [name, one / total])) as SideWeights
}

function skillsToWording(weights: SideWeights): SideWeights {
  return { ...weights, skills: 0, wording: weights.wording + weights.skills }
}
