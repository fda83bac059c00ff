import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { DEFAULT_MODEL, FACTOR_NAMES, type FactorName } from '../../../src/engines/matching/index.ts'
import { evaluate, splitByTime } from '../../../src/features/ranking-model/evaluate.ts'
import { fitWeights, predictor, type SideWeights } from '../../../src/features/ranking-model/fit-weights.ts'
import { holds } from '../../support/holds.ts'
import { normalized, simulated } from './simulated-market.ts'

const present: SideWeights = { need: normalized(DEFAULT_MODEL.need), offer: normalized(DEFAULT_MODEL.offer) }

function together(weights: SideWeights, name: FactorName): number {
  return weights.need[name] + weights.offer[name]
}

t.test('on a simulated market the fit recovers the order of the true weights', async (t) => {
  const fitted = fitWeights(simulated(4000, 7), present)
  const byWeight = [...FACTOR_NAMES].sort((a, b) => together(fitted, b) - together(fitted, a))
  t.same(byWeight.slice(0, 3), ['time', 'trust', 'place'])
  for (const name of ['wording', 'connection', 'freshness'] as const)
    t.ok(together(fitted, name) < together(fitted, 'place') / 2, name)
})

t.test('and beats the present weights on outcomes that came later', async (t) => {
  for (const seed of [1, 2, 3]) {
    const { training, holdOut } = splitByTime(simulated(4000, seed))
    const judged = (weights: SideWeights) => {
      const predict = predictor(training, weights)
      return evaluate(holdOut.map((outcome) => ({ probability: predict(outcome), good: outcome.good })))
    }
    const [before, after] = [judged(present), judged(fitWeights(training, present))]
    t.ok(after.logLoss < before.logLoss - 0.02, `${after.logLoss} against ${before.logLoss}`)
    t.ok(after.auc > before.auc + 0.02, `${after.auc} against ${before.auc}`)
    for (const { predicted, observed } of after.calibration) t.ok(Math.abs(predicted - observed) < 0.15)
  }
})

t.test(
  'weights are never below 0 and sum to 1 on each side; with few surprises they stay near the present',
  async (t) => {
    holds(
      t,
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 200, max: 400 }), (seed, count) => {
        const outcomes = simulated(count, seed)
        const fitted = fitWeights(outcomes, present)
        for (const side of ['need', 'offer'] as const) {
          const values = Object.values(fitted[side])
          assert.ok(values.every((value) => value >= 0))
          assert.ok(Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) < 1e-9)
        }
        const held = fitWeights(outcomes, present, 1e6)
        for (const side of ['need', 'offer'] as const)
          for (const name of FACTOR_NAMES) assert.ok(Math.abs(held[side][name] - present[side][name]) < 1e-3)
      }),
      15,
    )
  },
)

t.test('outcomes that are all alike are refused', async (t) => {
  const outcomes = simulated(200, 1)
  const alike = outcomes.map((outcome) => ({ ...outcome, good: true }))
  t.throws(() => fitWeights(alike, present), /all outcomes are the same/)
})
