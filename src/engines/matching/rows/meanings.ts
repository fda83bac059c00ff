import { int32At } from '../../../shared/item-at.ts'
import { MEANING_HEAD_WORDS, MEANING_WORDS } from './layout.ts'

/** A meaning with the number of its model. */
export interface CompiledMeaning {
  kind: number
  numbers: Int8Array
}

/** Writes a meaning into `MEANING_WORDS` words: its length, its model, then four numbers to a word. */
export function writeMeaning(
  { kind, numbers }: CompiledMeaning,
  words: Int32Array,
  floats: Float32Array,
  start: number,
): void {
  let squares = 0
  for (const value of numbers) squares += value * value
  floats[start] = Math.sqrt(squares)
  words[start + 1] = kind
  for (let word = MEANING_HEAD_WORDS; word < MEANING_WORDS; word++) {
    const from = 4 * (word - MEANING_HEAD_WORDS)
    const [a = 0, b = 0, c = 0, d = 0] = numbers.subarray(from, from + 4)
    words[start + word] = (a & 0xff) | ((b & 0xff) << 8) | ((c & 0xff) << 16) | (d << 24)
  }
}

/** The product of two written meanings, number by number, summed; the same in either order. */
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
    sum +=
      ((ours << 24) >> 24) * ((theirs << 24) >> 24) +
      ((ours << 16) >> 24) * ((theirs << 16) >> 24) +
      ((ours << 8) >> 24) * ((theirs << 8) >> 24) +
      (ours >> 24) * (theirs >> 24)
  }
  return sum
}
