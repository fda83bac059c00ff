import { FACTOR_NAMES, type FactorName, harmonicMean } from '../../engines/matching/index.ts'
import { fitLogistic, type Logistic, type Samples, sigmoid } from './logistic.ts'

/** A match on which somebody acted, and whether it ended well. */
export interface Outcome {
  atMs: number
  good: boolean
  /** Value of each factor for each side, in [0, 1]. */
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

/** Weights of each side, 0 or more, summing to 1. */
export interface SideWeights {
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

/** How many outcomes the current weights count as. */
const PRIOR_OUTCOMES = 10

/**
 * Fits the factors' weights to outcomes by regularized logistic regression on the factors' values for each side. No
 * coefficient is below 0, and all are pulled towards the current weights (`pull`; by default as strongly as ten
 * outcomes). Each side's coefficients are normalized to sum to 1. The arithmetic mean replaces the score's harmonic
 * mean, which is close if the sides are alike; otherwise the sum of both sides' weights is more accurate than each of
 * them. For factors with equal values on both sides, only the pull separates the sides. Throws a RangeError if all
 * outcomes are the same.
 */
export function fitWeights(
  outcomes: readonly Outcome[],
  present: SideWeights,
  pull = PRIOR_OUTCOMES / outcomes.length,
): SideWeights {
  if (new Set(outcomes.map(({ good }) => good)).size < 2)
    throw new RangeError('all outcomes are the same, so there is nothing to learn from')
  const start = fitLine(
    outcomes,
    (outcome) => (utility(outcome, present, 'need') + utility(outcome, present, 'offer')) / 2,
  )
  const slope = Math.max(1, start.coefficients[0] ?? 1)
  const towards = Float64Array.from(COLUMNS, ({ side, name }) => (slope * present[side][name]) / 2)
  const samples = samplesOf(outcomes, COLUMNS.length, (outcome, column) => worthOf(outcome, column))
  const { coefficients } = fitLogistic(samples, { intercept: start.intercept, coefficients: towards }, pull)
  return { need: sideOf(coefficients, 'need', present), offer: sideOf(coefficients, 'offer', present) }
}

/**
 * Returns a function that predicts the probability of a good outcome from its score under some weights. Intercept and
 * slope are fitted to past outcomes.
 */
export function predictor(past: readonly Outcome[], weights: SideWeights): (outcome: Outcome) => number {
  const { intercept, coefficients } = fitLine(past, (outcome) => scoreUnder(outcome, weights))
  const [slope = 0] = coefficients
  return (outcome) => sigmoid(intercept + slope * scoreUnder(outcome, weights))
}

/** Returns the score as in a ranking: the harmonic mean of both sides' utilities. */
export function scoreUnder(outcome: Outcome, weights: SideWeights): number {
  return harmonicMean(utility(outcome, weights, 'need'), utility(outcome, weights, 'offer'))
}

type Side = 'need' | 'offer'
const COLUMNS = (['need', 'offer'] as const).flatMap((side) => FACTOR_NAMES.map((name) => ({ side, name })))

function worthOf(outcome: Outcome, column: number): number {
  const found = COLUMNS[column]
  return found ? outcome[found.side][found.name] : 0
}

function utility(outcome: Outcome, weights: SideWeights, side: Side): number {
  return FACTOR_NAMES.reduce((sum, name) => sum + weights[side][name] * outcome[side][name], 0)
}

function fitLine(outcomes: readonly Outcome[], valueAt: (outcome: Outcome) => number): Logistic {
  return fitLogistic(
    samplesOf(outcomes, 1, valueAt),
    { intercept: 0, coefficients: new Float64Array([1]) },
    1 / outcomes.length / 1000,
  )
}

function samplesOf(
  outcomes: readonly Outcome[],
  columns: number,
  valueAt: (outcome: Outcome, column: number) => number,
): Samples {
  const values = new Float64Array(outcomes.length * columns)
  outcomes.forEach((outcome, row) => {
    for (let column = 0; column < columns; column++) values[row * columns + column] = valueAt(outcome, column)
  })
  return { values, columns, good: Float64Array.from(outcomes, ({ good }) => (good ? 1 : 0)) }
}

/** Normalizes a side's coefficients. A side whose coefficients are all 0 keeps its current weights. */
function sideOf(coefficients: Float64Array, side: Side, present: SideWeights): Record<FactorName, number> {
  const found = COLUMNS.map((column, at) => ({ ...column, coefficient: coefficients[at] ?? 0 })).filter(
    (column) => column.side === side,
  )
  const total = found.reduce((sum, { coefficient }) => sum + coefficient, 0)
  if (total === 0) return { ...present[side] }
  const shares = Object.fromEntries(found.map(({ name, coefficient }) => [name, coefficient / total]))
  // Cast: there is one entry for each name.
  return shares as Record<FactorName, number>
}
