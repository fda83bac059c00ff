import type { SkillEntry } from '../engines/skills/index.ts'
import { float32At, itemAt } from '../shared/item-at.ts'

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
const ADAM = { mean: 0.9, square: 0.999, epsilon: 1e-8 } as const
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
  const likelihoods = likelihoodsOf(vector, weights, biases)
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

function likelihoodsOf(vector: Float32Array, weights: Float32Array, biases: Float32Array): Float32Array {
  const sums = new Float32Array(biases.length)
  let most = Number.NEGATIVE_INFINITY
  for (let number = 0; number < sums.length; number++) {
    let sum = 0
    const from = number * vector.length
    // Checked reads take twice the time.
    for (let at = 0; at < vector.length; at++) sum += (weights[from + at] ?? 0) * (vector[at] ?? 0)
    sums[number] = sum * VECTOR_LENGTH + float32At(biases, number)
    most = Math.max(most, float32At(sums, number))
  }
  let total = 0
  for (let number = 0; number < sums.length; number++) {
    const one = Math.exp(float32At(sums, number) - most)
    sums[number] = one
    total += one
  }
  return sums.map((one) => one / total)
}

/** Returns a function that moves `values` against the gradient it is given. */
function createAdam(values: Float32Array): (changes: Float32Array, step: number) => void {
  const means = new Float32Array(values.length)
  const squares = new Float32Array(values.length)
  let steps = 0
  return (changes, step) => {
    steps++
    const meanShare = 1 - ADAM.mean ** steps
    const squareShare = 1 - ADAM.square ** steps
    for (let at = 0; at < values.length; at++) {
      const change = changes[at] ?? 0
      const mean = ADAM.mean * (means[at] ?? 0) + (1 - ADAM.mean) * change
      const square = ADAM.square * (squares[at] ?? 0) + (1 - ADAM.square) * change * change
      means[at] = mean
      squares[at] = square
      const moved = (step * (mean / meanShare)) / (Math.sqrt(square / squareShare) + ADAM.epsilon)
      values[at] = (values[at] ?? 0) - moved
    }
  }
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const [one, other] = [itemAt(order, last), itemAt(order, at)]
    order[last] = other
    order[at] = one
  }
}

/** In [0, 1): xorshift32 (Marsaglia 2003). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
