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

/** Whether a need's wanted skills are posted, expressed only by its words, or unknown. */
export type WantedSkills = 'posted' | 'inferred' | 'none'

type Weights = Readonly<Record<FactorName, number>>

/** A model's weights in the order of `FACTOR_NAMES`, each side's summing to 1. */
export class FactorWeights {
  readonly version: string
  readonly #withMeaning: Readonly<Record<WantedSkills, Sides<Float64Array>>>
  readonly #withoutMeaning: Readonly<Record<WantedSkills, Sides<Float64Array>>>

  /** Throws a RangeError if a weight is negative or not a number, or if all weights of a side are 0. */
  constructor({ version, need, offer }: Model) {
    this.version = version
    this.#withMeaning = byWanted(need, offer)
    this.#withoutMeaning = byWanted(withoutMeaning(need), withoutMeaning(offer))
  }

  /** Returns the weights of both sides. `hasMeaning` says whether the meanings of both texts are known. */
  of(wanted: WantedSkills, hasMeaning: boolean): Sides<Float64Array> {
    return (hasMeaning ? this.#withMeaning : this.#withoutMeaning)[wanted]
  }
}

function byWanted(need: Weights, offer: Weights): Record<WantedSkills, Sides<Float64Array>> {
  const weightsOf = (move: (weights: Weights) => Weights) => ({
    need: inOrder(move(need)),
    offer: inOrder(move(offer)),
  })
  return {
    posted: weightsOf((weights) => weights),
    inferred: weightsOf(inPartToWords),
    none: weightsOf(skillsToTexts),
  }
}

/** Returns normalized weights. A model that was fitted before a factor existed gives it no weight. */
function inOrder(weights: Weights): Float64Array {
  const values = FACTOR_NAMES.map((name) => weights[name] ?? 0)
  const total = values.reduce((sum, one) => sum + one, 0)
  if (!(total > 0) || values.some((one) => !(one >= 0)))
    throw new RangeError('weights must be numbers of 0 or more, and not all 0')
  return Float64Array.from(values, (value) => value / total)
}

// Skills, words and meaning all judge whether the work fits. If one can't be compared, the others take over its weight.

/** Moves the weight of skills to words and meaning, in proportion, if no skill is known. */
function skillsToTexts(weights: Weights): Weights {
  const { skills, wording, meaning = 0 } = weights
  const toMeaning = wording + meaning === 0 ? 0 : (skills * meaning) / (wording + meaning)
  return { ...weights, skills: 0, wording: wording + skills - toMeaning, meaning: meaning + toMeaning }
}

/**
 * Moves part of the weight of skills to words if only the need's words express its skills, so that both count about the
 * same.
 */
function inPartToWords(weights: Weights): Weights {
  const moved = MOVED_IF_INFERRED * weights.skills
  return { ...weights, skills: weights.skills - moved, wording: weights.wording + moved }
}

/** Moves the weight of meaning to skills and words, in proportion, if the meaning of either text is unknown. */
export function withoutMeaning(weights: Weights): Weights {
  const { skills, wording, meaning = 0 } = weights
  const toSkills = skills + wording === 0 ? 0 : (meaning * skills) / (skills + wording)
  return { ...weights, skills: skills + toSkills, wording: wording + meaning - toSkills, meaning: 0 }
}
