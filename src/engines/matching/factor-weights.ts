import type { Model } from './engine-interface.ts'
import { FACTOR_NAMES, type FactorName } from './factors/factor-names.ts'
import type { Sides } from './sides.ts'
import { NEED_SIDE_WEIGHTS, OFFER_SIDE_WEIGHTS } from './weights.ts'

/** The default weights, used until a model is fitted to outcomes. */
export const DEFAULT_MODEL: Model = {
  version: 'default',
  need: NEED_SIDE_WEIGHTS,
  offer: OFFER_SIDE_WEIGHTS,
}

/** A model's weights in the order of `FACTOR_NAMES`, each side's summing to 1. */
export class FactorWeights {
  readonly version: string
  readonly #withSkills: Sides<Float64Array>
  /** If a need lists no skills, their weight moves to the words. */
  readonly #withoutSkills: Sides<Float64Array>

  /** Throws a RangeError if a weight is negative or not a number, or if all weights of a side are 0. */
  constructor({ version, need, offer }: Model) {
    this.version = version
    this.#withSkills = { need: inOrder(need), offer: inOrder(offer) }
    this.#withoutSkills = { need: inOrder(skillsToWording(need)), offer: inOrder(skillsToWording(offer)) }
  }

  /** The weights for a need with skills, or without. */
  of(hasSkills: boolean): Sides<Float64Array> {
    return hasSkills ? this.#withSkills : this.#withoutSkills
  }
}

function inOrder(weights: Readonly<Record<FactorName, number>>): Float64Array {
  const values = Object.values(weights)
  const total = values.reduce((sum, one) => sum + one, 0)
  if (!(total > 0) || values.some((one) => !(one >= 0)))
    throw new RangeError('weights must be numbers of 0 or more, and not all 0')
  return Float64Array.from(FACTOR_NAMES, (name) => weights[name] / total)
}

function skillsToWording(weights: Readonly<Record<FactorName, number>>): Record<FactorName, number> {
  return { ...weights, skills: 0, wording: weights.wording + weights.skills }
}
