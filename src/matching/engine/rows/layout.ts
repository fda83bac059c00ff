/**
 * Where a row holds what. A row is `ROW_WORDS` words of 32 bits in a chunk of rows; its lists follow one another in a
 * record of the pool: head, skills, returns, causes, credentials, known, blocked, week, words, id.
 */
export const ROW_WORDS = 26

/** Indexes of doubles: these come first, since they must begin at even words. */
export const DOUBLE = { amountMinor: 0, extra: 1, hoursPerWeek: 2 } as const

/** Indexes of words: four floats, and integers. */
export const WORD = {
  x: 6,
  y: 7,
  z: 8,
  maxDistanceKm: 9,
  flags: 10,
  /** Where the posting's record begins in the pool. */
  position: 11,
  /** Skills, returns, causes and credentials, 8 bits each from the lowest. */
  counts: 12,
  /** Words in 16 bits, characters of the id in 8, a week or none in the next, the title's length in 7. */
  moreCounts: 13,
  /** Known and blocked people, 10 bits each, and the description's length. */
  people: 14,
  partner: 15,
  personHigh: 16,
  personLow: 17,
  languages: 18,
  /** 16 bits each. */
  zoneAndCurrency: 19,
  track: 20,
  postedDay: 21,
  startDay: 22,
  endDay: 23,
  /** 1 more than the number of a place's name; 0 for none. */
  firstPlace: 24,
  secondPlace: 25,
} as const

/** A day without a bound. */
export const NO_START = -0x80000000
export const NO_END = 0x7fffffff

/** A record begins with its slot and its length in words. */
export const RECORD_HEAD_WORDS = 2
/** Of a stem's word, the lowest bits count it in the description, the next in the title. */
export const DESCRIPTION_BITS = 5
export const TITLE_BITS = 3
export const STEM_SHIFT = DESCRIPTION_BITS + TITLE_BITS
/** Of a skill's word, the lowest bits are its level (0 unsaid), the next its importance. */
export const LEVEL_BITS = 3
export const SKILL_SHIFT = 5

/** What the counts of a row have room for. */
export const MOST = {
  listed: 255,
  words: 0xffff,
  idLength: 255,
  people: 1023,
  titleLength: 127,
  descriptionLength: 4095,
} as const
