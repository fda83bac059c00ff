/**
 * Layout of a posting's row: one contiguous record of 32-bit words in the pool, so that reading a posting touches one
 * place in memory. It begins with its slot and its length in words. Numbers follow, then the meaning if there is one,
 * then the lists: skills, words, returns, causes, credentials, known, blocked, week, stretches, id.
 */
export const RECORD_HEAD_WORDS = 2

/** Indexes of doubles, in doubles. They come first because they must begin at even words. */
export const DOUBLE = { amountMinor: 1, extra: 2, hoursPerWeek: 3 } as const

/** Indexes of words: floats and integers. */
export const WORD = {
  x: 8,
  y: 9,
  z: 10,
  maxDistanceKm: 11,
  flags: 12,
  /** Skills, returns, causes and credentials, 8 bits each from the lowest. */
  counts: 13,
  /** Number of words in 16 bits, characters of the id in 8, whether there is a week in 1, length of the title in 7. */
  moreCounts: 14,
  /** Known and blocked people, 10 bits each, and the description's length. */
  people: 15,
  partner: 16,
  personHigh: 17,
  personLow: 18,
  languages: 19,
  /** 16 bits each. */
  zoneAndCurrency: 20,
  track: 21,
  postedDay: 22,
  startDay: 23,
  endDay: 24,
  /** 1 more than the number of a place's name; 0 if there is none. */
  city: 25,
  postalCode: 26,
  sharedX: 27,
  sharedY: 28,
  sharedZ: 29,
  region: 30,
  /** Where the meaning begins or, without one, the lists. */
  rest: 31,
} as const

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
  idLength: 255,
  people: 1023,
  stretches: (1 << RANGE_COUNT_BITS) - 1,
  titleLength: 127,
  descriptionLength: 4095,
} as const
