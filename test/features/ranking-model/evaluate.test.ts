import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { evaluate, type Prediction, splitByTime } from '../../../src/features/ranking-model/evaluate.ts'
import { holds } from '../../support/holds.ts'

const somePredictions = fc.array(
  fc.record({ probability: fc.constantFrom(0.05, 0.2, 0.2001, 0.5, 0.7, 0.99), good: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
)

/** Every pair of a good and a bad one. */
function aucByPairs(predictions: readonly Prediction[]): number {
  const goods = predictions.filter(({ good }) => good)
  const bads = predictions.filter(({ good }) => !good)
  if (goods.length === 0 || bads.length === 0) return 0.5
  const wins = goods.flatMap((one) =>
    bads.map((other) => Math.sign(one.probability - other.probability) / 2 + 0.5),
  )
  return wins.reduce((sum, win) => sum + win, 0) / wins.length
}

t.test('the area under the curve is the share of pairs that stand in the right order', async (t) => {
  holds(
    t,
    fc.property(somePredictions, (predictions) => {
      assert.ok(Math.abs(evaluate(predictions).auc - aucByPairs(predictions)) < 1e-12)
    }),
    300,
  )
})

t.test('log loss is that of coins and of certainty', async (t) => {
  const coin = evaluate([
    { probability: 0.5, good: true },
    { probability: 0.5, good: false },
  ])
  t.ok(Math.abs(coin.logLoss - Math.LN2) < 1e-12)
  t.equal(coin.auc, 0.5)
  t.equal(evaluate([{ probability: 1, good: true }]).logLoss, 0)
  t.ok(Number.isFinite(evaluate([{ probability: 0, good: true }]).logLoss))
})

t.test('groups of calibration hold each prediction once', async (t) => {
  holds(
    t,
    fc.property(somePredictions, (predictions) => {
      const { calibration } = evaluate(predictions)
      assert.equal(
        calibration.reduce((sum, { count }) => sum + count, 0),
        predictions.length,
      )
      const sorted = calibration.map(({ predicted }) => predicted)
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => a - b),
      )
    }),
    200,
  )
})

t.test('what is held out is later than all that is learned from', async (t) => {
  holds(
    t,
    fc.property(fc.array(fc.record({ atMs: fc.nat(50) }), { maxLength: 40 }), (outcomes) => {
      const { training, holdOut } = splitByTime(outcomes)
      assert.equal(training.length + holdOut.length, outcomes.length)
      for (const late of holdOut) for (const early of training) assert.ok(early.atMs <= late.atMs)
    }),
    200,
  )
})
