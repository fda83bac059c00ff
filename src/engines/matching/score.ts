import { float64At, itemAt } from '../../shared/item-at.ts'
import type { MatchContext } from './context.ts'
import type { Factor } from './explanation.ts'
import { DEFAULT_MODEL, FactorWeights, type WantedSkills } from './factor-weights.ts'
import { FACTORS } from './factors/factors.ts'
import { isMeaningKnown, type Pair } from './pair.ts'
import type { Row } from './rows/row.ts'
import type { ShownPair } from './shown-pair.ts'
import type { Sides } from './sides.ts'

/** Scores are rounded to six decimals. Equal rounded scores are ties, which are ordered by id. */
const SCORE_STEPS = 1e6
/** Maximum that rounding can add to a score. Larger than the errors of floating-point sums. */
export const ROUNDING = 1 / SCORE_STEPS

/** Returned if the score is below the requested minimum. */
export const TOO_LOW = -1

/**
 * Score of a pair in [0, 1]. Each side's utility is the weighted mean of its factors. The score is the harmonic mean of
 * both utilities, so a pair is as good as its weaker side, and it is the same from either side. Returns `TOO_LOW` as
 * soon as the score cannot reach `least`, given that the remaining factors are at most `limits`.
 */
export function scoreOf(pair: Pair, least = 0, limits?: Limits): number {
  const wanted = wantedSkillsOf(pair.need)
  const hasMeaning = isMeaningKnown(pair)
  const weights = pair.context.market.weights.of(wanted, hasMeaning)
  const bound = least - ROUNDING
  let need = 0
  let offer = 0
  let needRest = limits?.sum(wanted, hasMeaning, 'need') ?? 0
  let offerRest = limits?.sum(wanted, hasMeaning, 'offer') ?? 0
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

const WANTED_SKILLS: readonly WantedSkills[] = ['posted', 'inferred', 'none']

export function wantedSkillsOf(need: Row): WantedSkills {
  if (need.skillCount === 0) return 'none'
  // Posted skills come first.
  return need.isPosted(0) ? 'posted' : 'inferred'
}

/** Maximum of each factor for each side: first for an anchor, then for one candidate. */
export class Limits {
  /** By the places of `FACTORS`. */
  readonly need = new Float64Array(FACTORS.length)
  readonly offer = new Float64Array(FACTORS.length)
  /** Sums over the anchor's limits of all factors but skills and wording, with the meanings known and not. */
  readonly #restWithMeaning = noSums()
  readonly #restWithoutMeaning = noSums()
  #anchorHasMeaning = false
  #weights = new FactorWeights(DEFAULT_MODEL)

  /** Reads the anchor of a context. */
  read(context: MatchContext): void {
    this.#weights = context.market.weights
    this.#anchorHasMeaning = context.anchor.hasMeaning
    FACTORS.forEach((rule, at) => {
      const most = rule.most?.(context)
      this.need[at] = most?.need ?? 1
      this.offer[at] = most?.offer ?? 1
    })
    this.set(SKILLS, 0)
    this.set(WORDING, 0)
    for (const wanted of WANTED_SKILLS) {
      this.#restWithMeaning[wanted] = this.#sums(wanted, true)
      this.#restWithoutMeaning[wanted] = this.#sums(wanted, false)
    }
  }

  /** Limits a factor that has the same value for both sides. */
  set(factor: number, most: number): void {
    this.need[factor] = most
    this.offer[factor] = most
  }

  /** Maximum utility of a side. */
  sum(wanted: WantedSkills, hasMeaning: boolean, side: 'need' | 'offer'): number {
    const weights = this.#weights.of(wanted, hasMeaning)[side]
    const limits = side === 'need' ? this.need : this.offer
    let sum = 0
    for (let at = 0; at < limits.length; at++) sum += float64At(weights, at) * float64At(limits, at)
    return sum
  }

  #sums(wanted: WantedSkills, hasMeaning: boolean): Sides<number> {
    return { need: this.sum(wanted, hasMeaning, 'need'), offer: this.sum(wanted, hasMeaning, 'offer') }
  }

  /** Maximum score of a pair, if it is not known whether the candidate's meaning is known. */
  score(wanted: WantedSkills): number {
    const without = harmonicMean(this.sum(wanted, false, 'need'), this.sum(wanted, false, 'offer'))
    if (!this.#anchorHasMeaning) return without
    return Math.max(without, harmonicMean(this.sum(wanted, true, 'need'), this.sum(wanted, true, 'offer')))
  }

  /** The same for a need with skills, if it is not known whether somebody posted them. */
  scoreWithSome(skills: number, wording: number): number {
    return Math.max(this.scoreWith('posted', skills, wording), this.scoreWith('inferred', skills, wording))
  }

  /** Maximum score of any pair with the anchor whose `skills` and `wording` do not exceed these. */
  scoreWith(wanted: WantedSkills, skills: number, wording: number): number {
    const without = this.#scoreWith(wanted, skills, wording, false)
    return this.#anchorHasMeaning
      ? Math.max(without, this.#scoreWith(wanted, skills, wording, true))
      : without
  }

  #scoreWith(wanted: WantedSkills, skills: number, wording: number, hasMeaning: boolean): number {
    const { need, offer } = this.#weights.of(wanted, hasMeaning)
    const rest = (hasMeaning ? this.#restWithMeaning : this.#restWithoutMeaning)[wanted]
    return (
      harmonicMean(
        rest.need + float64At(need, SKILLS) * skills + float64At(need, WORDING) * wording,
        rest.offer + float64At(offer, SKILLS) * skills + float64At(offer, WORDING) * wording,
      ) + ROUNDING
    )
  }
}

function noSums(): Record<WantedSkills, Sides<number>> {
  return {
    posted: { need: 0, offer: 0 },
    inferred: { need: 0, offer: 0 },
    none: { need: 0, offer: 0 },
  }
}

const SKILLS = FACTORS.findIndex(({ name }) => name === 'skills')
const WORDING = FACTORS.findIndex(({ name }) => name === 'wording')
const MEANING = FACTORS.findIndex(({ name }) => name === 'meaning')
/** The factors with their positions. Factors that most often stay below their limits come first. */
const IN_ORDER = [
  SKILLS,
  MEANING,
  WORDING,
  ...FACTORS.map((_, at) => at).filter((at) => at !== SKILLS && at !== MEANING && at !== WORDING),
].map((at) => ({ at, rule: itemAt(FACTORS, at) }))

/** At most 1; 0 where either is 0. */
export function harmonicMean(need: number, offer: number): number {
  return need === 0 || offer === 0 ? 0 : Math.min(1, (2 * need * offer) / (need + offer))
}

/** How fast the harmonic mean grows with each side: ∂H/∂a = 2b² ⁄ (a + b)². Where both are 0, as between equals. */
function slopes({ need, offer }: Sides<number>): Sides<number> {
  const sum = need + offer
  if (sum === 0) return { need: 0.5, offer: 0.5 }
  return { need: 2 * (offer / sum) ** 2, offer: 2 * (need / sum) ** 2 }
}

/**
 * What each factor contributes to a pair's score. The harmonic mean is homogeneous of degree 1, so by Euler's
 * theorem it equals the sum of its arguments times its slopes: a factor's weight is its weight on each side
 * times that side's slope, added up, and value × weight over all factors sums to the score (to its sixth decimal).
 * If a factor differs between the sides, its value is the mean of both by those same weights.
 */
export function factorsOf(shown: ShownPair): Factor[] {
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
