import { int32At } from '../../../shared/item-at.ts'
import { MEANING_DIMENSIONS, MEANING_HEAD_WORDS, MEANING_WORDS } from './layout.ts'

/** A meaning with the number of its model. */
export interface CompiledMeaning {
  kind: number
  numbers: Int8Array
}

/** A row stores each number, from -7 to 7, in 4 bits after adding this. */
const MIDDLE = 8
const MOST_STEPS = 7
const NUMBERS_A_WORD = 8
/** Bits of the sum of all stored numbers, which are at most 15 each. */
const SUM_BITS = 12
const SUM = (1 << SUM_BITS) - 1
/** Selects two of a word's eight numbers, which are 16 bits apart. */
const PAIR = 0x000f000f
/** The product of two meanings is the product of their stored numbers, plus this, minus `MIDDLE` times both sums. */
const OFFSET = MIDDLE * MIDDLE * MEANING_DIMENSIONS
/** The best step for normally distributed numbers, relative to their root mean square. */
const STEP_OF_NORMAL = 0.36

/**
 * Writes a meaning into `MEANING_WORDS` words: its length, its model with the sum of its numbers, then eight numbers a
 * word.
 */
export function writeMeaning(
  { kind, numbers }: CompiledMeaning,
  words: Int32Array,
  floats: Float32Array,
  start: number,
): void {
  const step = bestStep(numbers)
  let squares = 0
  let sum = 0
  for (let word = 0; word < MEANING_WORDS - MEANING_HEAD_WORDS; word++) {
    let bits = 0
    for (let at = 0; at < NUMBERS_A_WORD; at++) {
      const value = quantized(numbers[NUMBERS_A_WORD * word + at] ?? 0, step)
      squares += value * value
      sum += value + MIDDLE
      bits |= (value + MIDDLE) << (4 * at)
    }
    words[start + MEANING_HEAD_WORDS + word] = bits
  }
  floats[start] = Math.sqrt(squares)
  words[start + 1] = (kind << SUM_BITS) | sum
}

/** Returns the number of the model of a written meaning. */
export function kindOfMeaning(words: Int32Array, start: number): number {
  return int32At(words, start + 1) >>> SUM_BITS
}

/**
 * Returns the scalar product of two written meanings; the same in either order. One multiplication computes two
 * products: in (a + b·2¹⁶)(d + c·2¹⁶), the upper half is ac + bd. The lower half, ad, stays below 2¹⁶ even in the sum,
 * so nothing carries over.
 */
export function productOf(
  words: Int32Array,
  start: number,
  otherWords: Int32Array,
  otherStart: number,
): number {
  let sum = 0
  for (let at = MEANING_HEAD_WORDS; at < MEANING_WORDS; at++) {
    const ours = int32At(words, start + at)
    const theirs = int32At(otherWords, otherStart + at)
    const swapped = (theirs >>> 16) | (theirs << 16)
    sum =
      (sum +
        Math.imul(ours & PAIR, swapped & PAIR) +
        Math.imul((ours >>> 4) & PAIR, (swapped >>> 4) & PAIR) +
        Math.imul((ours >>> 8) & PAIR, (swapped >>> 8) & PAIR) +
        Math.imul((ours >>> 12) & PAIR, (swapped >>> 12) & PAIR)) |
      0
  }
  const sums = (int32At(words, start + 1) & SUM) + (int32At(otherWords, otherStart + 1) & SUM)
  return (sum >>> 16) - MIDDLE * sums + OFFSET
}

/**
 * Returns the step that changes the direction least, of three: one that holds the largest number, one for normally
 * distributed numbers, and one between.
 */
function bestStep(numbers: Int8Array): number {
  let most = 0
  let squares = 0
  for (const value of numbers) {
    most = Math.max(most, Math.abs(value))
    squares += value * value
  }
  const widest = most / MOST_STEPS
  const narrowest = Math.min(widest, STEP_OF_NORMAL * Math.sqrt(squares / numbers.length))
  let best = widest
  let bestLikeness = -1
  for (const step of [widest, Math.sqrt(widest * narrowest), narrowest]) {
    const likeness = likenessAt(numbers, step)
    if (likeness <= bestLikeness) continue
    best = step
    bestLikeness = likeness
  }
  return best
}

/** Returns how near the quantized numbers are to the originals. Grows with the cosine of both. */
function likenessAt(numbers: Int8Array, step: number): number {
  let product = 0
  let squares = 0
  for (const number of numbers) {
    const value = quantized(number, step)
    product += value * number
    squares += value * value
  }
  return squares === 0 ? 0 : (product * product) / squares
}

function quantized(number: number, step: number): number {
  if (step === 0) return 0
  return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(number / step)))
}
