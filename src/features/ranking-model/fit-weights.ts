import { FACTOR_NAMES, type FactorName, harmonicMean } from '../../engines/matching/index.ts'
import { fitLogistic, type Logistic, type Samples, sigmoid } from './logistic.ts'

/** A match that somebody acted on, and whether it ended well. */
export interface Outcome {
  atMs: number
  good: boolean
  /** Value of each factor for each side, in [0, 1]. */
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

/** Each side's weights, from 0, sum to 1. */
export interface SideWeights {
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

/** Number of outcomes that the present weights count as. */
const PRIOR_OUTCOMES = 10

/**
 * Fits the factors' weights to outcomes: regularized logistic regression on what each factor was worth to each side, no
 * coefficient below 0, pulled towards the present weights (`pull`, by default as strong as ten outcomes); each side's
 * coefficients, made to sum to 1, are its weights. The harmonic mean of the score is taken as the mean here, which it is
 * close to where the sides are alike; where they are not, the sum of both sides' weights is found more truly than each.
 * What both sides feel alike is told apart by the pull alone. Throws a RangeError where all outcomes ended alike.
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

/** How likely an outcome is good by its score under some weights: intercept and slope are fitted to past outcomes. */
export function predictor(past: readonly Outcome[], weights: SideWeights): (outcome: Outcome) => number {
  const { intercept, coefficients } = fitLine(past, (outcome) => scoreUnder(outcome, weights))
  const [slope = 0] = coefficients
  return (outcome) => sigmoid(intercept + slope * scoreUnder(outcome, weights))
}

/** As a ranking scores: the harmonic mean of both sides' utilities. */
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

/** A side of which nothing is left keeps its present weights. */
function sideOf(coefficients: Float64Array, side: Side, present: SideWeights): Record<FactorName, number> {
  const found = COLUMNS.map((column, at) => ({ ...column, coefficient: coefficients[at] ?? 0 })).filter(
    (column) => column.side === side,
  )
  const total = found.reduce((sum, { coefficient }) => sum + coefficient, 0)
  if (total === 0) return { ...present[side] }
  const shares = Object.fromEntries(found.map(({ name, coefficient }) => [name, coefficient / total]))
  // One for each name.
  return shares as Record<FactorName, number>
}
