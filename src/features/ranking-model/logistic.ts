/** Samples in consecutive rows, each with its outcome. */
export interface Samples {
  /** `columns` values for each sample. */
  values: Float64Array
  columns: number
  /** 1 if the outcome is good, else 0. */
  good: Float64Array
}

export interface Logistic {
  intercept: number
  coefficients: Float64Array
}

const MOST_STEPS = 5000
const SMALL_ENOUGH = 1e-8

/**
 * Fits a logistic regression with coefficients of 0 or more. Minimizes the mean log loss plus `pull ⁄ 2` times the
 * squared distance to `towards`, by accelerated projected gradient (FISTA: Beck and Teboulle 2009) with the step that
 * the curvature allows.
 */
export function fitLogistic(samples: Samples, towards: Logistic, pull: number): Logistic {
  const { values, columns, good } = samples
  const step = 1 / (curvatureOf(samples) + pull)
  let intercept = towards.intercept
  const coefficients = towards.coefficients.slice()
  const ahead = coefficients.slice()
  let interceptAhead = intercept
  const gradient = new Float64Array(columns)
  for (let turn = 1, momentum = 1; turn <= MOST_STEPS; turn++) {
    const interceptGradient = gradientAt(interceptAhead, ahead)
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2
    const carry = (momentum - 1) / nextMomentum
    momentum = nextMomentum
    let moved = 0
    const nextIntercept = interceptAhead - step * interceptGradient
    interceptAhead = nextIntercept + carry * (nextIntercept - intercept)
    moved = Math.max(moved, Math.abs(nextIntercept - intercept))
    intercept = nextIntercept
    for (let column = 0; column < columns; column++) {
      const before = coefficients[column] ?? 0
      const next = Math.max(0, (ahead[column] ?? 0) - step * (gradient[column] ?? 0))
      ahead[column] = next + carry * (next - before)
      coefficients[column] = next
      moved = Math.max(moved, Math.abs(next - before))
    }
    if (moved < SMALL_ENOUGH) break
  }
  return { intercept, coefficients }

  /** Writes the gradient of the coefficients and returns that of the intercept. */
  function gradientAt(at: number, beside: Float64Array): number {
    gradient.fill(0)
    let sum = 0
    for (let row = 0; row < good.length; row++) {
      let logit = at
      for (let column = 0; column < columns; column++)
        logit += (beside[column] ?? 0) * (values[row * columns + column] ?? 0)
      const error = sigmoid(logit) - (good[row] ?? 0)
      sum += error
      for (let column = 0; column < columns; column++)
        gradient[column] = (gradient[column] ?? 0) + error * (values[row * columns + column] ?? 0)
    }
    for (let column = 0; column < columns; column++)
      gradient[column] =
        (gradient[column] ?? 0) / good.length +
        pull * ((beside[column] ?? 0) - (towards.coefficients[column] ?? 0))
    return sum / good.length
  }
}

/** Returns an upper bound of the curvature of the mean log loss: a quarter of the mean squared length of a sample. */
function curvatureOf({ values, good }: Samples): number {
  const squares = values.reduce((sum, value) => sum + value * value, 0)
  return (squares / good.length + 1) / 4
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
