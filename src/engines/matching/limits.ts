import { float64At, itemAt } from '../../shared/item-at.ts'
import type { MatchContext } from './context.ts'
import { DEFAULT_MODEL, FactorWeights, type WantedSkills } from './factor-weights.ts'
import { FACTORS } from './factors/factors.ts'
import type { Sides } from './sides.ts'

/** Scores are rounded to six decimals. Equal rounded scores are ties, which are ordered by id. */
export const SCORE_STEPS = 1e6
/** Upper bound of what rounding can add to a score. Larger than the errors of floating-point sums. */
export const ROUNDING = 1 / SCORE_STEPS

const WANTED_SKILLS: readonly WantedSkills[] = ['posted', 'inferred', 'none']
const SKILLS = FACTORS.findIndex(({ name }) => name === 'skills')
const WORDING = FACTORS.findIndex(({ name }) => name === 'wording')

/** Returns the index of a pair's weights, by what is known of the need's skills and of both meanings. */
export function weighingOf(wanted: WantedSkills, hasMeaning: boolean): number {
  return 2 * WANTED_SKILLS.indexOf(wanted) + (hasMeaning ? 1 : 0)
}
const WEIGHINGS = 2 * WANTED_SKILLS.length

/** Upper bound of a utility: `rest + skills * s + wording * w`. */
export interface UtilityLine {
  rest: number
  skills: number
  wording: number
}

/** Upper bounds of each factor for each side: first for an anchor, then for one candidate. */
export class Limits {
  /** By index in `FACTORS`. */
  readonly need = new Float64Array(FACTORS.length)
  readonly offer = new Float64Array(FACTORS.length)
  /** By `weighingOf`: weights, and sums over the anchor's bounds of all factors but skills and wording. */
  #weights: readonly Sides<Float64Array>[] = weightsOf(new FactorWeights(DEFAULT_MODEL))
  readonly #needRest = new Float64Array(WEIGHINGS)
  readonly #offerRest = new Float64Array(WEIGHINGS)
  #anchorHasMeaning = false

  /** Reads the anchor of a context. */
  read(context: MatchContext): void {
    this.#weights = weightsOf(context.market.weights)
    this.#anchorHasMeaning = context.anchor.hasMeaning
    FACTORS.forEach((rule, at) => {
      const most = rule.most?.(context)
      this.need[at] = most?.need ?? 1
      this.offer[at] = most?.offer ?? 1
    })
    this.set(SKILLS, 0)
    this.set(WORDING, 0)
    for (let weighing = 0; weighing < WEIGHINGS; weighing++) {
      this.#needRest[weighing] = this.needSum(weighing)
      this.#offerRest[weighing] = this.offerSum(weighing)
    }
  }

  /** Sets the bound of a factor that has the same value for both sides. */
  set(factor: number, most: number): void {
    this.need[factor] = most
    this.offer[factor] = most
  }

  /**
   * Returns the bound of each side's utility as a line: the sum of all factors but skills and wording, and the weights
   * of these two.
   */
  lineOf(weighing: number): Sides<UtilityLine> {
    const { need, offer } = this.weights(weighing)
    const line = (rest: number, of: Float64Array) => ({
      rest,
      skills: float64At(of, SKILLS),
      wording: float64At(of, WORDING),
    })
    return {
      need: line(float64At(this.#needRest, weighing), need),
      offer: line(float64At(this.#offerRest, weighing), offer),
    }
  }

  /** Returns the weights with an index of `weighingOf`. */
  weights(weighing: number): Sides<Float64Array> {
    return itemAt(this.#weights, weighing)
  }

  /** Upper bound of the utility of the need's side. */
  needSum(weighing: number): number {
    return sumOf(this.weights(weighing).need, this.need)
  }

  /** Upper bound of the utility of the offer's side. */
  offerSum(weighing: number): number {
    return sumOf(this.weights(weighing).offer, this.offer)
  }

  /** Upper bound of the score of any pair with the anchor whose `skills` and `wording` do not exceed these. */
  scoreAt(weighing: number, skills: number, wording: number): number {
    const { need, offer } = this.weights(weighing)
    return (
      harmonicMean(
        float64At(this.#needRest, weighing) +
          float64At(need, SKILLS) * skills +
          float64At(need, WORDING) * wording,
        float64At(this.#offerRest, weighing) +
          float64At(offer, SKILLS) * skills +
          float64At(offer, WORDING) * wording,
      ) + ROUNDING
    )
  }

  /** Same, if it is unknown whether the candidate has a meaning. */
  scoreWith(wanted: WantedSkills, skills: number, wording: number): number {
    const without = this.scoreAt(weighingOf(wanted, false), skills, wording)
    if (!this.#anchorHasMeaning) return without
    return Math.max(without, this.scoreAt(weighingOf(wanted, true), skills, wording))
  }

  /** Same for a need with skills, if it is unknown whether they are posted. */
  scoreWithSome(skills: number, wording: number): number {
    return Math.max(this.scoreWith('posted', skills, wording), this.scoreWith('inferred', skills, wording))
  }
}

function weightsOf(weights: FactorWeights): Sides<Float64Array>[] {
  return WANTED_SKILLS.flatMap((wanted) => [weights.of(wanted, false), weights.of(wanted, true)])
}

function sumOf(weights: Float64Array, limits: Float64Array): number {
  let sum = 0
  for (let at = 0; at < limits.length; at++) sum += float64At(weights, at) * float64At(limits, at)
  return sum
}

/** Returns the harmonic mean, at most 1; 0 if either value is 0. */
export function harmonicMean(need: number, offer: number): number {
  return need === 0 || offer === 0 ? 0 : Math.min(1, (2 * need * offer) / (need + offer))
}
