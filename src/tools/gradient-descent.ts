import { float32At, itemAt } from '../shared/item-at.ts'

const ADAM = { mean: 0.9, square: 0.999, epsilon: 1e-8 } as const

/** Returns a function that moves `values` against the gradient it is given, by Adam (Kingma and Ba 2015). */
export function createAdam(values: Float32Array): (changes: Float32Array, step: number) => void {
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
export function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const [one, other] = [itemAt(order, last), itemAt(order, at)]
    order[last] = other
    order[at] = one
  }
}

/** In [0, 1): xorshift32 (Marsaglia 2003). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Softmax: returns how likely each row of weights is by a vector, of which `factor` is the length. */
export function likelihoodsOf(
  vector: Float32Array,
  { weights, biases }: { weights: Float32Array; biases: Float32Array },
  factor = 1,
): Float32Array {
  const sums = new Float32Array(biases.length)
  let most = Number.NEGATIVE_INFINITY
  for (let number = 0; number < sums.length; number++) {
    let sum = 0
    const from = number * vector.length
    // Checked reads take twice the time.
    for (let at = 0; at < vector.length; at++) sum += (weights[from + at] ?? 0) * (vector[at] ?? 0)
    sums[number] = sum * factor + float32At(biases, number)
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
