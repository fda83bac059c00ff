/**
 * Layout of a posting's row: one contiguous record of 32-bit words in the pool, so that reading a posting touches one
 * place in memory. It begins with its slot and its length in words. Numbers follow, then the meaning if there is one,
 * then the numbers that not all postings have, then the lists: skills, words, returns, causes, credentials, known,
 * blocked, week, stretches, id.
 */
export const RECORD_HEAD_WORDS = 2

/** Indexes of words. */
export const WORD = {
  flags: 2,
  /** Skills, returns, causes and credentials, 8 bits each from the lowest. */
  counts: 3,
  /** Number of words in 16 bits, code of the id (see `writeId`) in 8, whether there is a week in 1, length of the title in 7. */
  moreCounts: 4,
  /** Known and blocked people, 10 bits each, and the description's length. */
  people: 5,
  partner: 6,
  personHigh: 7,
  personLow: 8,
  languages: 9,
  /** 16 bits each. */
  zoneAndCurrency: 10,
  track: 11,
  postedDay: 12,
  /** Number of its `Area`. */
  area: 13,
  /** Where the meaning begins or, without one, the numbers of `OPTIONAL`. An even number, because doubles begin at even words. */
  rest: 14,
} as const

/** Numbers that not all postings have, in the order of a record: doubles first. A record has a bit for each. */
export const OPTIONAL = {
  amountMinor: 0,
  extra: 1,
  /** Hours a week that 32 bits can't hold exactly. */
  exactHours: 2,
  hours: 3,
  /** Three coordinates. */
  point: 4,
  maxDistanceKm: 5,
  startDay: 6,
  endDay: 7,
  /** Number of the place's name. */
  postalCode: 8,
} as const

const OPTIONAL_WORDS = [2, 2, 2, 1, 3, 1, 1, 1, 1]
/** By the bits of optional numbers: the words that these take. */
export const WORDS_OF_OPTIONAL = Uint8Array.from({ length: 1 << OPTIONAL_WORDS.length }, (_, bits) =>
  OPTIONAL_WORDS.reduce((sum, words, at) => sum + ((bits >>> at) & 1) * words, 0),
)
/** The second word of a record holds its length in these bits and the bits of its optional numbers above them. */
const LENGTH_BITS = 17

/** Returns the length of a record, from its second word. */
export function lengthOf(word: number): number {
  return word & ((1 << LENGTH_BITS) - 1)
}

/** Returns the bits of a record's optional numbers, from its second word. */
export function optionalOf(word: number): number {
  return word >>> LENGTH_BITS
}

export function lengthWord(length: number, optional: number): number {
  return length | (optional << LENGTH_BITS)
}

/** A day without a bound. */
export const NO_START = -0x80000000
export const NO_END = 0x7fffffff

/**
 * In the word of a stem, the lowest bits count it in the description. One bit tells whether it opens (offer) or is
 * about the work itself (need). The highest count it in the title.
 */
export const DESCRIPTION_BITS = 4
export const OPENS_BIT = 1 << DESCRIPTION_BITS
export const TITLE_SHIFT = DESCRIPTION_BITS + 1
export const TITLE_BITS = 3
export const STEM_SHIFT = TITLE_SHIFT + TITLE_BITS
/**
 * In the word of a skill, the lowest bits are its level (0 if unknown), the next three its importance. An inferred
 * skill has its confidence instead of a level, in steps of `CONFIDENCE_STEP`.
 */
export const LEVEL_BITS = 3
export const SKILL_SHIFT = 6
export const CONFIDENCE_STEP = 1 / 8

/** Bits of each list's length in the word before the three lists of stretches. */
export const RANGE_COUNT_BITS = 10

/** Numbers of a meaning: of an embedding as it is given, and in a row, where a part is the skills' direction. A multiple of 8. */
export const MEANING_DIMENSIONS = 256
/** Numbers of a skill's direction. */
export const DIRECTION_DIMENSIONS = 64
/** The numbers of an embedding that are compared, the first ones. */
export const VECTOR_DIMENSIONS = MEANING_DIMENSIONS - DIRECTION_DIMENSIONS
/**
 * Two words before the numbers of a meaning: its length, then the number of its model and the sum of its numbers.
 */
export const MEANING_HEAD_WORDS = 2
/** Eight numbers to a word. */
export const MEANING_WORDS = MEANING_HEAD_WORDS + MEANING_DIMENSIONS / 8

/** Largest counts that a row can store. */
export const MOST = {
  listed: 255,
  words: 0xffff,
  idLength: 253,
  people: 1023,
  stretches: (1 << RANGE_COUNT_BITS) - 1,
  titleLength: 127,
  descriptionLength: 4095,
} as const
