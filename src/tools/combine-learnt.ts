import { CholeskyDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix'
import { itemAt } from '../shared/item-at.ts'
import type { LearntWeights } from './learn-words.ts'

/**
 * Combines what was learnt from the same texts with different random numbers: the logit of a skill is the mean of all. Returns as
 * many dimensions as one of them has, those in which the logits of skills vary most (a truncated singular value decomposition).
 * Each random start makes other errors, which the mean leaves out.
 */
export function combineLearnt(all: readonly LearntWeights[]): LearntWeights {
  const { dimensions, hashes, rarities } = itemAt(all, 0)
  const numbers = sideBySide(all, (one) => one.numbers)
  const weights = sideBySide(all, (one) => one.weights).div(all.length)
  // The same amount for all skills changes no likelihood.
  weights.subRowVector(weights.mean('column'))
  const cholesky = new CholeskyDecomposition(covarianceOf(numbers))
  const factor = cholesky.lowerTriangularMatrix
  const { rightSingularVectors } = new SingularValueDecomposition(weights.mmul(factor), {
    autoTranspose: true,
    computeLeftSingularVectors: false,
  })
  const kept = factor.mmul(rightSingularVectors.subMatrix(0, factor.rows - 1, 0, dimensions - 1))
  const biases = new Float32Array(itemAt(all, 0).biases.length)
  for (const one of all)
    for (const [skill, bias] of one.biases.entries()) biases[skill] = (biases[skill] ?? 0) + bias / all.length
  return {
    ...{ dimensions, hashes, rarities, biases },
    numbers: valuesOf(numbers.mmul(cholesky.solve(kept))),
    weights: valuesOf(weights.mmul(kept)),
  }
}

function sideBySide(all: readonly LearntWeights[], valuesOf: (one: LearntWeights) => Float32Array): Matrix {
  const rows = valuesOf(itemAt(all, 0)).length / itemAt(all, 0).dimensions
  return new Matrix(
    Array.from({ length: rows }, (_, row) =>
      all.flatMap((one) => [...valuesOf(one).subarray(row * one.dimensions, (row + 1) * one.dimensions)]),
    ),
  )
}

/** Returns how the numbers of features vary together. The small share on the diagonal makes it positive definite. */
function covarianceOf(numbers: Matrix): Matrix {
  const covariance = numbers.transpose().mmul(numbers).div(numbers.rows)
  return covariance.add(Matrix.eye(covariance.rows).mul(SMALLEST_VARIANCE))
}

const SMALLEST_VARIANCE = 1e-6

function valuesOf(matrix: Matrix): Float32Array {
  return Float32Array.from(matrix.to1DArray())
}
