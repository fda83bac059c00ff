// Sums up to this many units stay exact integers in a double, even when multiplied by a priority.
const MOST_UNITS = 2 ** 44
const MOST_DECIMALS = 12
// Larger powers of two overflow a double.
const MOST_EXPONENT = 1000

export interface Units {
  units: Float64Array
  /** Units per weight of 1. */
  scale: number
  /** Maximum rounding error of a weight, in units. */
  rounding: number
}

/**
 * Converts weights to integers of one small unit, so that sums have no rounding errors and equal sums compare as equal.
 * Decimal weights stay exact if possible. Otherwise the unit is the largest possible sum / 2^44.
 */
export function toUnits(weights: Float64Array, participants: number): Units {
  const most = weights.reduce((max, weight) => Math.max(max, weight), 0)
  if (most === 0) return { units: weights.slice(), scale: 1, rounding: 0 }
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const scale = 10 ** decimals
    if (most * scale > MOST_UNITS / participants) break
    if (weights.every((weight) => Math.round(weight * scale) / scale === weight))
      return scaled(weights, scale, 0)
  }
  const exponent = Math.floor(Math.log2(MOST_UNITS) - Math.log2(participants) - Math.log2(most))
  return scaled(weights, 2 ** Math.min(exponent, MOST_EXPONENT), 0.5)
}

function scaled(weights: Float64Array, scale: number, rounding: number): Units {
  return { units: weights.map((weight) => Math.round(weight * scale)), scale, rounding }
}
