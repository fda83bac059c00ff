import { float32At, int32At } from '../../../shared/item-at.ts'
import {
  DIRECTION_DIMENSIONS,
  MEANING_DIMENSIONS,
  MEANING_HEAD_WORDS,
  MEANING_WORDS,
  VECTOR_DIMENSIONS,
  WORD,
} from './layout.ts'

/** What a posting is about, as numbers. The product of two is their likeness. */
export interface CompiledMeaning {
  /** The number of the vector's model, or `NO_VECTOR`. */
  kind: number
  /** `VECTOR_DIMENSIONS` numbers of the vector of the text, then `DIRECTION_DIMENSIONS` of the direction of the skills. */
  numbers: Int8Array
  hasDirection: boolean
}

/** The kind of a meaning without a vector. */
export const NO_VECTOR = 0

/** Share of the vector in the likeness of two meanings; the rest is that of the skills. Fitted to judged markets. */
export const SHARE_OF_VECTOR = 0.4
/** Cosine of vectors or directions if either is unknown: that of vectors of half of all pairs. */
export const UNKNOWN_COSINE = 0.2

/** Joins the vector of a text and the direction of its skills. Returns null if neither is known. */
export function compileMeaning(
  kind: number,
  vector: ArrayLike<number> | null,
  direction: ArrayLike<number> | null,
): CompiledMeaning | null {
  if (!vector && !direction) return null
  const all = new Float64Array(MEANING_DIMENSIONS)
  if (vector) setScaled(all, { at: 0, numbers: vector, count: VECTOR_DIMENSIONS, share: SHARE_OF_VECTOR })
  if (direction)
    setScaled(all, {
      at: VECTOR_DIMENSIONS,
      numbers: direction,
      count: DIRECTION_DIMENSIONS,
      share: 1 - SHARE_OF_VECTOR,
    })
  let most = 0
  for (const one of all) most = Math.max(most, Math.abs(one))
  const numbers = new Int8Array(MEANING_DIMENSIONS)
  for (let at = 0; at < numbers.length; at++)
    numbers[at] = Math.round((MOST_INT8 * (all[at] ?? 0)) / (most || 1))
  return { kind: vector ? kind : NO_VECTOR, hasDirection: direction !== null, numbers }
}

const MOST_INT8 = 127

/** Sets the first numbers, with a sum of squares equal to their share. */
function setScaled(
  all: Float64Array,
  { at, numbers, count, share }: { at: number; numbers: ArrayLike<number>; count: number; share: number },
): void {
  let squares = 0
  for (let one = 0; one < count; one++) squares += (numbers[one] ?? 0) ** 2
  const factor = Math.sqrt(share / (squares || 1))
  for (let one = 0; one < count; one++) all[at + one] = factor * (numbers[one] ?? 0)
}

/** A row stores each number, from -7 to 7, in 4 bits after adding this. */
const MIDDLE = 8
const MOST_STEPS = 7
const NUMBERS_A_WORD = 8
/** Bits of the sum of all stored numbers, which are at most 15 each. */
const SUM_BITS = 12
const SUM = (1 << SUM_BITS) - 1
const HAS_DIRECTION = 1 << SUM_BITS
const KIND_SHIFT = SUM_BITS + 1
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
  { kind, hasDirection, numbers }: CompiledMeaning,
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
  const known = (kind === NO_VECTOR ? 0 : SHARE_OF_VECTOR) + (hasDirection ? 1 - SHARE_OF_VECTOR : 0)
  floats[start] = Math.sqrt(squares / known)
  words[start + 1] = (kind << KIND_SHIFT) | (hasDirection ? HAS_DIRECTION : 0) | sum
}

/** Returns how near two written meanings are, at most 1; the same in either order. Vectors of different models are not compared. */
export function likenessOf(ours: WrittenMeaning, theirs: WrittenMeaning): number {
  const known = knownOf(ours)
  const otherKnown = knownOf(theirs)
  const kind = known >>> KIND_SHIFT
  const otherKind = otherKnown >>> KIND_SHIFT
  const areOther = kind !== otherKind && kind !== NO_VECTOR && otherKind !== NO_VECTOR
  const haveVectors = kind === otherKind && kind !== NO_VECTOR
  const haveDirections = (known & otherKnown & HAS_DIRECTION) !== 0
  const unknown = (haveVectors ? 0 : SHARE_OF_VECTOR) + (haveDirections ? 0 : 1 - SHARE_OF_VECTOR)
  const product = areOther ? productOfDirections(ours, theirs) : productOf(ours, theirs)
  return product / (lengthOf(ours) * lengthOf(theirs) || 1) + unknown * UNKNOWN_COSINE
}

/** The record that begins at a word. It has a meaning. */
export interface WrittenMeaning {
  words: Int32Array
  floats: Float32Array
  start: number
}

function lengthOf({ floats, start }: WrittenMeaning): number {
  return float32At(floats, start + WORD.rest)
}

/** Returns the kind of the vector, and whether there is a direction. */
function knownOf({ words, start }: WrittenMeaning): number {
  return int32At(words, start + WORD.rest + 1)
}

function productOfDirections(ours: WrittenMeaning, theirs: WrittenMeaning): number {
  let sum = 0
  for (let at = VECTOR_DIMENSIONS; at < MEANING_DIMENSIONS; at++)
    sum += numberAt(ours, at) * numberAt(theirs, at)
  return sum
}

function numberAt({ words, start }: WrittenMeaning, at: number): number {
  const word = int32At(words, start + WORD.rest + MEANING_HEAD_WORDS + Math.floor(at / NUMBERS_A_WORD))
  return ((word >>> (4 * (at % NUMBERS_A_WORD))) & 0xf) - MIDDLE
}

/**
 * Returns the scalar product of two written meanings. One multiplication computes two products: in
 * (a + b·2¹⁶)(d + c·2¹⁶), the upper half is ac + bd. The lower half, ad, stays below 2¹⁶ even in the sum, so nothing
 * carries over.
 */
function productOf(
  { words, start }: WrittenMeaning,
  { words: otherWords, start: otherStart }: WrittenMeaning,
): number {
  const from = start + WORD.rest
  const otherFrom = otherStart + WORD.rest
  let sum = 0
  for (let at = MEANING_HEAD_WORDS; at < MEANING_WORDS; at++) {
    const ours = int32At(words, from + at)
    const theirs = int32At(otherWords, otherFrom + at)
    const swapped = (theirs >>> 16) | (theirs << 16)
    sum =
      (sum +
        Math.imul(ours & PAIR, swapped & PAIR) +
        Math.imul((ours >>> 4) & PAIR, (swapped >>> 4) & PAIR) +
        Math.imul((ours >>> 8) & PAIR, (swapped >>> 8) & PAIR) +
        Math.imul((ours >>> 12) & PAIR, (swapped >>> 12) & PAIR)) |
      0
  }
  const sums = (int32At(words, from + 1) & SUM) + (int32At(otherWords, otherFrom + 1) & SUM)
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
