import type { LearntWords } from '../engines/skills/index.ts'
import { float32At, int32At, itemAt } from '../shared/item-at.ts'
import { placeInSorted } from '../shared/place-in-sorted.ts'
import { createAdam, createRandom, likelihoodsOf, shuffle } from './gradient-descent.ts'

/** A text of a skill, with the hashes of its features. */
export interface TextOfWords {
  /** The skill's number. */
  skill: number
  features: Iterable<number>
  /** How much the text counts. */
  weight: number
}

export type LearntWeights = Omit<LearntWords, 'skills' | 'numbers' | 'scales'> & { numbers: Float32Array }

/** Chosen on judged texts in sight. */
const DIMENSIONS = 64
/** Rarer features tell the texts that were learnt from apart, and no others. */
const LEAST_TEXTS = 6
const TEXT_LENGTH = 3
const ROUNDS = 4
const BATCH_TEXTS = 512
const FIRST_STEP = 0.02
const WEIGHT_DECAY = 5e-5
/** Features left out of a text by chance, so that no text depends on a single one. */
const LEFT_OUT = 0.2
/** Smaller errors don't change the weights, which saves half of the time. */
const LEAST_ERROR = 1e-4
const FIRST_SIZE = 0.17

export interface WordLesson {
  texts: readonly TextOfWords[]
  /** The wanted likelihoods for a text of each skill. */
  targets: readonly ReadonlyMap<number, number>[]
  /** A positive integer, for all that is random. */
  seed: number
}

interface Counted {
  skill: number
  weight: number
  /** Numbers of its features, and how much each of them counts. */
  features: Int32Array
  amounts: Float32Array
}

/**
 * Learns which skill the words of a text are of: the features of a text have numbers, and their weighted mean tells skills apart
 * by a softmax (as in fastText, Joulin and others 2016). Returns the same for the same texts and the same seed.
 */
export function learnWords({ texts, targets, seed }: WordLesson): LearntWeights {
  const known = countFeatures(texts)
  const counted = texts.map((text) => countText(text, known))
  const random = createRandom(seed)
  const randomNumbers = (length: number) =>
    Float32Array.from({ length }, () => (2 * random() - 1) * FIRST_SIZE)
  const learnt = {
    numbers: randomNumbers(known.hashes.length * DIMENSIONS),
    weights: randomNumbers(targets.length * DIMENSIONS),
    biases: new Float32Array(targets.length),
  }
  const changes = {
    numbers: new Float32Array(learnt.numbers.length),
    weights: new Float32Array(learnt.weights.length),
    biases: new Float32Array(learnt.biases.length),
  }
  const moves = {
    numbers: createAdam(learnt.numbers),
    weights: createAdam(learnt.weights),
    biases: createAdam(learnt.biases),
  }
  const order = texts.map((_, at) => at)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    const step = (FIRST_STEP * (1 + Math.cos((Math.PI * round) / ROUNDS))) / 2
    for (let from = 0; from < order.length; from += BATCH_TEXTS) {
      const batch = order.slice(from, from + BATCH_TEXTS)
      decay(changes.numbers, learnt.numbers)
      decay(changes.weights, learnt.weights)
      changes.biases.fill(0)
      for (const at of batch)
        addErrors(changes, itemAt(counted, at), { learnt, targets, random, of: batch.length })
      moves.numbers(changes.numbers, step)
      moves.weights(changes.weights, step)
      moves.biases(changes.biases, step)
    }
  }
  return { ...known, dimensions: DIMENSIONS, ...learnt }
}

interface Learning {
  numbers: Float32Array
  weights: Float32Array
  biases: Float32Array
}

function countFeatures(texts: readonly TextOfWords[]): Pick<LearntWords, 'hashes' | 'rarities'> {
  const counts = new Map<number, number>()
  for (const { features } of texts)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST_TEXTS)
  const hashes = Uint32Array.from(kept, ([hash]) => hash).sort()
  const rarities = Float32Array.from(hashes, (hash) => 1 + Math.log(texts.length / (counts.get(hash) ?? 1)))
  return { hashes, rarities }
}

function countText(
  { skill, weight, features }: TextOfWords,
  { hashes, rarities }: Pick<LearntWords, 'hashes' | 'rarities'>,
): Counted {
  const numbers = [...new Set(features)].flatMap((hash) => placeInSorted(hashes, hash) ?? [])
  const amounts = numbers.map((at) => float32At(rarities, at))
  const length = Math.hypot(...amounts) || 1
  return {
    skill,
    weight,
    features: Int32Array.from(numbers),
    amounts: Float32Array.from(amounts, (amount) => (TEXT_LENGTH * amount) / length),
  }
}

function decay(changes: Float32Array, values: Float32Array): void {
  for (let at = 0; at < values.length; at++) changes[at] = WEIGHT_DECAY * (values[at] ?? 0)
}

/** Adds what a text, some of its features left out by chance, would change. */
function addErrors(
  changes: Learning,
  text: Counted,
  given: {
    learnt: Learning
    targets: readonly ReadonlyMap<number, number>[]
    random: () => number
    /** The number of texts in the batch. */
    of: number
  },
): void {
  const { numbers, weights } = given.learnt
  const amounts = text.amounts.map((amount) => (given.random() < LEFT_OUT ? 0 : amount / (1 - LEFT_OUT)))
  const mean = meanOf(numbers, text.features, amounts)
  const likelihoods = likelihoodsOf(mean, given.learnt)
  const target = itemAt(given.targets, text.skill)
  const back = new Float32Array(DIMENSIONS)
  for (let skill = 0; skill < likelihoods.length; skill++) {
    const error = float32At(likelihoods, skill) - (target.get(skill) ?? 0)
    if (Math.abs(error) < LEAST_ERROR) continue
    const part = (error * text.weight) / given.of
    changes.biases[skill] = float32At(changes.biases, skill) + part
    const from = skill * DIMENSIONS
    for (let at = 0; at < DIMENSIONS; at++) {
      changes.weights[from + at] = (changes.weights[from + at] ?? 0) + part * (mean[at] ?? 0)
      back[at] = (back[at] ?? 0) + part * (weights[from + at] ?? 0)
    }
  }
  for (let one = 0; one < amounts.length; one++) {
    const amount = float32At(amounts, one)
    const from = int32At(text.features, one) * DIMENSIONS
    // Checked reads take twice the time.
    for (let at = 0; at < DIMENSIONS; at++)
      changes.numbers[from + at] = (changes.numbers[from + at] ?? 0) + amount * (back[at] ?? 0)
  }
}

function meanOf(numbers: Float32Array, features: Int32Array, amounts: Float32Array): Float32Array {
  const mean = new Float32Array(DIMENSIONS)
  for (let one = 0; one < features.length; one++) {
    const amount = float32At(amounts, one)
    const from = int32At(features, one) * DIMENSIONS
    for (let at = 0; at < DIMENSIONS; at++) mean[at] = (mean[at] ?? 0) + amount * (numbers[from + at] ?? 0)
  }
  return mean
}
