import type { Model } from './engine-interface.ts'
import { FACTOR_NAMES, type FactorName } from './factors/factor-names.ts'
import type { Sides } from './sides.ts'
import { MOVED_IF_INFERRED, NEED_SIDE_WEIGHTS, OFFER_SIDE_WEIGHTS } from './weights.ts'

/** The default weights, used until a model is fitted to outcomes. */
export const DEFAULT_MODEL: Model = {
  version: 'default',
  need: NEED_SIDE_WEIGHTS,
  offer: OFFER_SIDE_WEIGHTS,
}

/** What is known of the skills that a need wants: somebody posted some, only its words express some, or neither. */
export type WantedSkills = 'posted' | 'inferred' | 'none'

/** A model's weights in the order of `FACTOR_NAMES`, each side's summing to 1. */
export class FactorWeights {
  readonly version: string
  readonly #weights: Readonly<Record<WantedSkills, Sides<Float64Array>>>

  /** Throws a RangeError if a weight is negative or not a number, or if all weights of a side are 0. */
  constructor({ version, need, offer }: Model) {
    this.version = version
    const weightsOf = (moved: number) => ({
      need: inOrder(skillsToWording(need, moved)),
      offer: inOrder(skillsToWording(offer, moved)),
    })
    this.#weights = { posted: weightsOf(0), inferred: weightsOf(MOVED_IF_INFERRED), none: weightsOf(1) }
  }

  of(wanted: WantedSkills): Sides<Float64Array> {
    return this.#weights[wanted]
  }
}

function inOrder(weights: Readonly<Record<FactorName, number>>): Float64Array {
  const values = Object.values(weights)
  const total = values.reduce((sum, one) => sum + one, 0)
  if (!(total > 0) || values.some((one) => !(one >= 0)))
    throw new RangeError('weights must be numbers of 0 or more, and not all 0')
  return Float64Array.from(FACTOR_NAMES, (name) => weights[name] / total)
}

/** Moves a part of the weight of skills to the words: the less is known of the skills, the more the words count. */
function skillsToWording(
  weights: Readonly<Record<FactorName, number>>,
  moved: number,
): Record<FactorName, number> {
  const { skills, wording } = weights
  return { ...weights, skills: skills * (1 - moved), wording: wording + skills * moved }
}
