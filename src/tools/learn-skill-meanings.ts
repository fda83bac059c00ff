import type { SkillEntry } from '../engines/skills/index.ts'
import { float32At, itemAt } from '../shared/item-at.ts'
import { createAdam, createRandom, likelihoodsOf, shuffle } from './gradient-descent.ts'

/** A text of a skill. `skill` is the skill's number. */
export interface LearntText {
  skill: number
  /** Of length 1. */
  vector: Float32Array
}

/** The weights of all skills, row after row, and their biases. */
export interface SkillWeights {
  weights: Float32Array
  biases: Float32Array
}

/** Chosen on judged texts and markets. Vectors of length 1 are too short for these steps and this decay of weights. */
const VECTOR_LENGTH = 5
const ROUNDS = 5
const BATCH_TEXTS = 512
const FIRST_STEP = 0.02
const WEIGHT_DECAY = 3e-4
/** The share of a text's target that goes to related skills, in proportion to their squared strengths. */
const SHARE_OF_RELATED = 0.1
/** Smaller errors don't change the weights, which saves most of the time. */
const LEAST_ERROR = 1e-4
const SEED = 1

/**
 * Learns which skill a text is of, by multinomial logistic regression with Adam (Kingma and Ba 2015) in a fixed random order.
 * `targets` holds the wanted likelihoods for a text of each skill; see `targetsOf`. Returns the same weights for the same texts.
 */
export function learnSkillMeanings(
  texts: readonly LearntText[],
  targets: readonly ReadonlyMap<number, number>[],
  dimensions: number,
): SkillWeights {
  const weights = new Float32Array(targets.length * dimensions)
  const biases = new Float32Array(targets.length)
  const [moveWeights, moveBiases] = [createAdam(weights), createAdam(biases)]
  const changes = { weights: new Float32Array(weights.length), biases: new Float32Array(biases.length) }
  const order = texts.map((_, at) => at)
  const random = createRandom(SEED)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    const step = (FIRST_STEP * (1 + Math.cos((Math.PI * round) / ROUNDS))) / 2
    for (let from = 0; from < order.length; from += BATCH_TEXTS) {
      const batch = order.slice(from, from + BATCH_TEXTS)
      weights.forEach((weight, at) => {
        changes.weights[at] = WEIGHT_DECAY * weight
      })
      changes.biases.fill(0)
      for (const at of batch)
        addErrors(changes, itemAt(texts, at), { weights, biases }, targets, batch.length)
      moveWeights(changes.weights, step)
      moveBiases(changes.biases, step)
    }
  }
  return { weights: weights.map((weight) => weight * VECTOR_LENGTH), biases }
}

/** Returns the wanted likelihood of each skill for a text of each skill, by the skills' numbers. */
export function targetsOf(entries: readonly SkillEntry[]): ReadonlyMap<number, number>[] {
  const numbers = new Map(entries.map(({ id }, number) => [id, number]))
  const strengths = entries.map(() => new Map<number, number>())
  for (const [number, { related }] of entries.entries())
    for (const [id, strength] of Object.entries(related)) {
      const other = numbers.get(id)
      if (other === undefined) continue
      strengths[number]?.set(other, strength ** 2)
      strengths[other]?.set(number, strength ** 2)
    }
  return strengths.map((ofSkill, number) => {
    const sum = [...ofSkill.values()].reduce((total, one) => total + one, 0)
    if (sum === 0) return new Map([[number, 1]])
    const others = [...ofSkill].map(([other, one]) => [other, (SHARE_OF_RELATED * one) / sum] as const)
    return new Map([[number, 1 - SHARE_OF_RELATED], ...others])
  })
}

function addErrors(
  changes: SkillWeights,
  { skill, vector }: LearntText,
  { weights, biases }: SkillWeights,
  targets: readonly ReadonlyMap<number, number>[],
  batchTexts: number,
): void {
  const likelihoods = likelihoodsOf(vector, { weights, biases }, VECTOR_LENGTH)
  const target = itemAt(targets, skill)
  for (let number = 0; number < likelihoods.length; number++) {
    const error = float32At(likelihoods, number) - (target.get(number) ?? 0)
    if (Math.abs(error) < LEAST_ERROR) continue
    changes.biases[number] = float32At(changes.biases, number) + error / batchTexts
    const part = (error * VECTOR_LENGTH) / batchTexts
    const from = number * vector.length
    for (let at = 0; at < vector.length; at++)
      changes.weights[from + at] = (changes.weights[from + at] ?? 0) + part * (vector[at] ?? 0)
  }
}
