import fc from 'fast-check'
import t from 'tap'
import { combineLearnt } from '../../src/tools/combine-learnt.ts'
import { likelihoodsOf } from '../../src/tools/gradient-descent.ts'
import type { LearntWeights } from '../../src/tools/learn-words.ts'

const FEATURES = 6
const DIMENSIONS = 2
/** The logits of three skills differ in two directions, so two dimensions hold those of all models. */
const SKILLS = 3

const numbersOf = (length: number) =>
  fc
    .array(fc.integer({ min: -20, max: 20 }), { minLength: length, maxLength: length })
    .map((all) => Float32Array.from(all, (one) => one / 10))
const learntWeights = fc.record({
  numbers: numbersOf(FEATURES * DIMENSIONS),
  weights: numbersOf(SKILLS * DIMENSIONS),
  biases: numbersOf(SKILLS),
})

function learnt(given: Pick<LearntWeights, 'numbers' | 'weights' | 'biases'>): LearntWeights {
  return {
    ...given,
    dimensions: DIMENSIONS,
    hashes: Uint32Array.from({ length: FEATURES }, (_, at) => at),
    rarities: new Float32Array(FEATURES).fill(1),
  }
}

function logitsOf({ numbers, weights, biases }: LearntWeights, feature: number): number[] {
  return Array.from(biases, (bias, skill) => {
    let sum = bias
    for (let at = 0; at < DIMENSIONS; at++)
      sum += (weights[skill * DIMENSIONS + at] ?? 0) * (numbers[feature * DIMENSIONS + at] ?? 0)
    return sum
  })
}

t.test('the logits of a text are the mean of those of all, as far as they tell skills apart', async (t) => {
  fc.assert(
    fc.property(fc.array(learntWeights, { minLength: 1, maxLength: 3 }), (given) => {
      const all = given.map(learnt)
      const combined = combineLearnt(all)
      for (let feature = 0; feature < FEATURES; feature++) {
        const wanted = Array.from({ length: SKILLS }, (_, skill) =>
          all.reduce((sum, one) => sum + (logitsOf(one, feature)[skill] ?? 0) / all.length, 0),
        )
        const ofWanted = softmax(wanted)
        softmax(logitsOf(combined, feature)).forEach((one, skill) => {
          if (Math.abs(one - (ofWanted[skill] ?? 0)) > 0.001)
            throw new Error(`${one} is not ${ofWanted[skill]}`)
        })
      }
    }),
  )
  t.pass('for any weights')
})

/** With no dimension, logits are biases. */
function softmax(logits: readonly number[]): Float32Array {
  return likelihoodsOf(new Float32Array(0), {
    weights: new Float32Array(0),
    biases: Float32Array.from(logits),
  })
}
