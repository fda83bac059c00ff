import { ID_DIGITS } from './ids.ts'
import { int32At } from './item-at.ts'

/** 32-bit words of the UUID of an id (see `ids.ts`). Packed ids have the order of their texts. */
export const PACKED_ID_WORDS = 4

const CHARACTERS = 26
const CHARACTER_BITS = 5
/** The first character has only three of its bits in the UUID. */
const FIRST_BITS = 3
const UNDERSCORE = '_'.charCodeAt(0)
const NO_DIGIT = 0xff
const VALUES = new Uint8Array(128).fill(NO_DIGIT)
for (const [value, digit] of [...ID_DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value

/**
 * Writes the UUID of an id as four words. Returns the length of the id's prefix, or -1 if the id is not written as the
 * service writes ids, so that only its text tells it from others.
 */
export function packId(id: string, words: Int32Array, start: number): number {
  const from = id.length - CHARACTERS
  if (from < 2 || id.charCodeAt(from - 1) !== UNDERSCORE) return -1
  let word = valueAt(id, from)
  if (word >= 1 << FIRST_BITS) return -1
  let count = FIRST_BITS
  let at = start
  for (let character = from + 1; character < id.length; character++) {
    const value = valueAt(id, character)
    if (value === NO_DIGIT) return -1
    const later = Math.max(0, count + CHARACTER_BITS - 32)
    word = (word << (CHARACTER_BITS - later)) | (value >>> later)
    count += CHARACTER_BITS
    if (count < 32) continue
    words[at++] = word
    word = value & ((1 << later) - 1)
    count = later
  }
  return from - 1
}

/** Returns the 26 characters of a packed id that follow its prefix. */
export function unpackId(words: Int32Array, start: number): string {
  let text = ''
  for (let end = FIRST_BITS; end <= 32 * PACKED_ID_WORDS; end += CHARACTER_BITS) {
    const word = start + ((end - 1) >> 5)
    const bits = ((end - 1) & 31) + 1
    // A word before the first has the two bits that a UUID does not.
    const before = bits < CHARACTER_BITS && word > start ? int32At(words, word - 1) << bits : 0
    text += ID_DIGITS[(before | (int32At(words, word) >>> (32 - bits))) & 0x1f]
  }
  return text
}

function valueAt(id: string, at: number): number {
  return VALUES[id.charCodeAt(at)] ?? NO_DIGIT
}
