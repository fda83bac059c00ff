import { float32At, float64At, int32At, uint8At } from '../../../shared/item-at.ts'
import { WEEK_WORDS, type Week } from '../week.ts'
import { fingerprint, takeFingerprint } from './fingerprint.ts'
import { FLAGS } from './flags.ts'
import { idWords, isPacked, readId } from './id-words.ts'
import { HINT, INFERRED } from './importances.ts'
import {
  CONFIDENCE_STEP,
  DESCRIPTION_BITS,
  LEVEL_BITS,
  MEANING_WORDS,
  NO_END,
  NO_START,
  OPENS_BIT,
  OPTIONAL,
  optionalOf,
  RANGE_COUNT_BITS,
  SKILL_SHIFT,
  STEM_SHIFT,
  TITLE_BITS,
  TITLE_SHIFT,
  WORD,
  WORDS_OF_OPTIONAL,
} from './layout.ts'
import { likenessOf } from './meanings.ts'
import { type Pool, startOf } from './pool.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readRuns, runWords } from './week-runs.ts'

const LEVELS = (1 << LEVEL_BITS) - 1

/** Finds the record of a slot (see `Rows`). */
export interface Records {
  readonly vocabulary: Vocabulary
  readonly pool: Pool
  positionOf(slot: number): number
}

/**
 * A cursor over postings: moves from slot to slot, reads the current record and allocates nothing. Its fields are not
 * `#private`, because this is the innermost code of every ranking and private access is checked at each call.
 */
export class Row {
  readonly records: Records
  slot = -1
  /** The record that it is at. Not private, because `meanings.ts` compares two of them. */
  words: Int32Array = new Int32Array(0)
  floats: Float32Array = new Float32Array(0)
  start = 0
  private doubles: Float64Array = new Float64Array(0)
  /** Where the optional numbers begin, and which there are (see `OPTIONAL`). */
  private optionalStart = 0
  private optional = 0
  /** Where each list begins. */
  private skills = 0
  private wordStart = 0
  private returns = 0
  private causes = 0
  private credentials = 0
  private people = 0
  private week = 0
  /** The last week that was read. */
  private readonly weekRead: Week = new Int32Array(WEEK_WORDS)

  constructor(records: Records) {
    this.records = records
  }

  /** Moves to a slot in use. Values are valid until the next write. */
  at(slot: number): this {
    return this.atOf(this.records, slot)
  }

  /** Moves to a slot in use of other rows with the same vocabulary. */
  atOf(records: Records, slot: number): this {
    const position = records.positionOf(slot)
    const { words, floats, doubles } = records.pool.chunkAt(position)
    const start = startOf(position)
    this.slot = slot
    this.words = words
    this.floats = floats
    this.doubles = doubles
    this.start = start
    const counts = int32At(words, start + WORD.counts)
    const people = int32At(words, start + WORD.people)
    const hasMeaning = (int32At(words, start + WORD.flags) & FLAGS.meaning) !== 0
    this.optional = optionalOf(int32At(words, start + 1))
    this.optionalStart = start + WORD.rest + (hasMeaning ? MEANING_WORDS : 0)
    this.skills = this.optionalStart + uint8At(WORDS_OF_OPTIONAL, this.optional)
    this.wordStart = this.skills + (counts & 0xff)
    this.returns = this.wordStart + (int32At(words, start + WORD.moreCounts) & 0xffff)
    this.causes = this.returns + 2 * ((counts >>> 8) & 0xff)
    this.credentials = this.causes + ((counts >>> 16) & 0xff)
    this.people = this.credentials + 2 * (counts >>> 24)
    this.week = this.people + 2 * ((people & 0x3ff) + ((people >>> 10) & 0x3ff))
    return this
  }

  get flags(): number {
    return int32At(this.words, this.start + WORD.flags)
  }
  get partner(): number {
    return int32At(this.words, this.start + WORD.partner)
  }
  get personHigh(): number {
    return int32At(this.words, this.start + WORD.personHigh)
  }
  get personLow(): number {
    return int32At(this.words, this.start + WORD.personLow)
  }
  get languages(): number {
    return int32At(this.words, this.start + WORD.languages)
  }
  get timeZone(): number {
    return int32At(this.words, this.start + WORD.zoneAndCurrency) & 0xffff
  }
  get currency(): number {
    return int32At(this.words, this.start + WORD.zoneAndCurrency) >>> 16
  }
  get track(): number {
    return int32At(this.words, this.start + WORD.track)
  }
  get postedDay(): number {
    return int32At(this.words, this.start + WORD.postedDay)
  }
  /** `NO_START` if open. */
  get startDay(): number {
    const at = this.optionalAt(OPTIONAL.startDay)
    return at < 0 ? NO_START : int32At(this.words, at)
  }
  /** `NO_END` if open. */
  get endDay(): number {
    const at = this.optionalAt(OPTIONAL.endDay)
    return at < 0 ? NO_END : int32At(this.words, at)
  }
  get area(): number {
    return int32At(this.words, this.start + WORD.area)
  }
  /** 0 for none. */
  get city(): number {
    return this.records.vocabulary.areas.city(this.area)
  }
  get region(): number {
    return this.records.vocabulary.areas.region(this.area)
  }
  get postalCode(): number {
    const at = this.optionalAt(OPTIONAL.postalCode)
    return at < 0 ? 0 : int32At(this.words, at)
  }
  /** NaN if unknown, like all numbers below. */
  get amountMinor(): number {
    return this.doubleOf(OPTIONAL.amountMinor)
  }
  get extra(): number {
    return this.doubleOf(OPTIONAL.extra)
  }
  get hoursPerWeek(): number {
    const hours = this.floatOf(OPTIONAL.hours, 0)
    return Number.isNaN(hours) ? this.doubleOf(OPTIONAL.exactHours) : hours
  }
  get maxDistanceKm(): number {
    return this.floatOf(OPTIONAL.maxDistanceKm, 0)
  }
  get x(): number {
    return this.floatOf(OPTIONAL.point, 0)
  }
  get y(): number {
    return this.floatOf(OPTIONAL.point, 1)
  }
  get z(): number {
    return this.floatOf(OPTIONAL.point, 2)
  }
  /** See `sharedPointOf`. */
  get sharedX(): number {
    return this.records.vocabulary.areas.coordinate(this.area, 0)
  }
  get sharedY(): number {
    return this.records.vocabulary.areas.coordinate(this.area, 1)
  }
  get sharedZ(): number {
    return this.records.vocabulary.areas.coordinate(this.area, 2)
  }
  /** Returns where an optional number is, or -1 if there is none. */
  private optionalAt(number: number): number {
    const bit = 1 << number
    return (this.optional & bit) === 0
      ? -1
      : this.optionalStart + uint8At(WORDS_OF_OPTIONAL, this.optional & (bit - 1))
  }
  private doubleOf(number: number): number {
    const at = this.optionalAt(number)
    return at < 0 ? Number.NaN : float64At(this.doubles, at / 2)
  }
  private floatOf(number: number, index: number): number {
    const at = this.optionalAt(number)
    return at < 0 ? Number.NaN : float32At(this.floats, at + index)
  }

  get skillCount(): number {
    return int32At(this.words, this.start + WORD.counts) & 0xff
  }
  skill(at: number): number {
    return int32At(this.words, this.skills + at) >>> SKILL_SHIFT
  }
  importance(at: number): number {
    return (int32At(this.words, this.skills + at) >>> LEVEL_BITS) & 7
  }
  /** Whether the skill is posted, not inferred. */
  isPosted(at: number): boolean {
    return this.importance(at) < INFERRED
  }
  /** Whether the skill is too uncertain to be enough for a match. */
  isHint(at: number): boolean {
    return this.importance(at) === HINT
  }
  /** 0 if unknown. */
  level(at: number): number {
    return this.isPosted(at) ? int32At(this.words, this.skills + at) & LEVELS : 0
  }
  /** 1 if the skill is posted, less if only the words of the posting express it. */
  confidence(at: number): number {
    if (this.isPosted(at)) return 1
    return ((int32At(this.words, this.skills + at) & LEVELS) + 1) * CONFIDENCE_STEP
  }

  get returnCount(): number {
    return (int32At(this.words, this.start + WORD.counts) >>> 8) & 0xff
  }
  returnSkill(at: number): number {
    return int32At(this.words, this.returns + 2 * at)
  }
  returnHours(at: number): number {
    return float32At(this.floats, this.returns + 2 * at + 1)
  }

  get causeCount(): number {
    return (int32At(this.words, this.start + WORD.counts) >>> 16) & 0xff
  }
  cause(at: number): number {
    return int32At(this.words, this.causes + at)
  }

  get credentialCount(): number {
    return int32At(this.words, this.start + WORD.counts) >>> 24
  }
  requirement(at: number): number {
    return int32At(this.words, this.credentials + 2 * at)
  }
  /** `NO_END` if it does not expire. */
  untilDay(at: number): number {
    return int32At(this.words, this.credentials + 2 * at + 1)
  }

  /** Number of people that this posting's person knows plus, for a need, of declined offers. */
  get knownCount(): number {
    return int32At(this.words, this.start + WORD.people) & 0x3ff
  }
  /** Returns whether this posting's person knows the person of another posting. */
  knows(other: Row): boolean {
    return this.names(other.personHigh, other.personLow, this.people, this.knownCount)
  }
  /** Returns whether an offer was declined for this need. */
  declined(offer: Row): boolean {
    if (this.knownCount === 0) return false
    takeFingerprint(offer.id)
    return this.names(fingerprint.high, fingerprint.low, this.people, this.knownCount)
  }
  blocks(other: Row): boolean {
    return this.names(
      other.personHigh,
      other.personLow,
      this.people + 2 * this.knownCount,
      (int32At(this.words, this.start + WORD.people) >>> 10) & 0x3ff,
    )
  }

  get hasWeek(): boolean {
    return (int32At(this.words, this.start + WORD.moreCounts) & (1 << 24)) !== 0
  }
  get weekZone(): number {
    return int32At(this.words, this.week) & 0xffff
  }
  /** The half hours of the week. Valid until this row's next call. */
  get weekSlots(): Week {
    readRuns(this.weekRuns, this.words, this.week + 1, this.weekRead)
    return this.weekRead
  }
  private get weekRuns(): number {
    return int32At(this.words, this.week) >>> 16
  }

  /** Whether the posting has stretches of time; for a need, whether its work is dated. */
  get isTimed(): boolean {
    return (this.flags & FLAGS.timed) !== 0
  }
  /** Returns the number of stretches in a list (see `STRETCHES`). */
  stretchCount(list: number): number {
    return this.isTimed ? rangesOf(int32At(this.words, this.stretches), list) : 0
  }
  stretchFrom(list: number, at: number): number {
    return int32At(this.words, this.stretchAt(list, at))
  }
  stretchUntil(list: number, at: number): number {
    return int32At(this.words, this.stretchAt(list, at) + 1)
  }
  private stretchAt(list: number, at: number): number {
    const counts = int32At(this.words, this.stretches)
    let before = at
    for (let other = 0; other < list; other++) before += rangesOf(counts, other)
    return this.stretches + 1 + 2 * before
  }
  private get stretches(): number {
    return this.week + (this.hasWeek ? 1 + runWords(this.weekRuns) : 0)
  }

  get wordCount(): number {
    return int32At(this.words, this.start + WORD.moreCounts) & 0xffff
  }
  stem(at: number): number {
    return int32At(this.words, this.wordStart + at) >>> STEM_SHIFT
  }
  timesInTitle(at: number): number {
    return (int32At(this.words, this.wordStart + at) >>> TITLE_SHIFT) & ((1 << TITLE_BITS) - 1)
  }
  timesInDescription(at: number): number {
    return int32At(this.words, this.wordStart + at) & ((1 << DESCRIPTION_BITS) - 1)
  }
  /** See `CountedWord`. */
  opens(at: number): boolean {
    return (int32At(this.words, this.wordStart + at) & OPENS_BIT) !== 0
  }
  tells(at: number): boolean {
    return this.opens(at)
  }
  get titleLength(): number {
    return int32At(this.words, this.start + WORD.moreCounts) >>> 25
  }
  get descriptionLength(): number {
    return int32At(this.words, this.start + WORD.people) >>> 20
  }

  /** Returns whether the statistics of words and skills stay the same if another posting replaces this one. */
  countsAs(other: Row): boolean {
    if (this.skillCount !== other.skillCount || this.wordCount !== other.wordCount) return false
    for (let at = 0; at < this.skillCount; at++) if (this.skill(at) !== other.skill(at)) return false
    for (let at = 0; at < this.wordCount; at++) if (this.stem(at) !== other.stem(at)) return false
    return this.titleLength === other.titleLength && this.descriptionLength === other.descriptionLength
  }

  get hasMeaning(): boolean {
    return (this.flags & FLAGS.meaning) !== 0
  }
  /** Returns how near two meanings are, at most 1. Both postings must have one. */
  likenessTo(other: Row): number {
    return likenessOf(this, other)
  }

  /** See `codeOfId`. */
  private get idCode(): number {
    return (int32At(this.words, this.start + WORD.moreCounts) >>> 16) & 0xff
  }
  private get idStart(): number {
    if (!this.isTimed) return this.stretches
    const counts = int32At(this.words, this.stretches)
    return this.stretches + 1 + 2 * (rangesOf(counts, 0) + rangesOf(counts, 1) + rangesOf(counts, 2))
  }
  get id(): string {
    return readId(this.idCode, this.words, this.idStart)
  }
  /** Returns whether this posting has the id that `writeId` wrote. */
  hasId(words: Int32Array, code: number): boolean {
    if (this.idCode !== code) return false
    const start = this.idStart
    for (let at = 0; at < idWords(code); at++) if (int32At(this.words, start + at) !== words[at]) return false
    return true
  }
  /** Compares two postings by the characters of their ids. Negative if this one comes first. */
  compareId(other: Row): number {
    if (this.idCode !== other.idCode || !isPacked(this.idCode)) return compareTexts(this.id, other.id)
    const start = this.idStart
    const otherStart = other.idStart
    for (let at = 0; at < idWords(this.idCode); at++) {
      const own = int32At(this.words, start + at)
      const theirs = int32At(other.words, otherStart + at)
      if (own !== theirs) return own >>> 0 < theirs >>> 0 ? -1 : 1
    }
    return 0
  }

  private names(high: number, low: number, start: number, count: number): boolean {
    for (let at = start; at < start + 2 * count; at += 2)
      if (int32At(this.words, at) === high && int32At(this.words, at + 1) === low) return true
    return false
  }
}

function compareTexts(text: string, other: string): number {
  return text < other ? -1 : text > other ? 1 : 0
}

/** Returns the number of ranges in a list, from the word that counts them all. */
function rangesOf(counts: number, list: number): number {
  return (counts >>> (list * RANGE_COUNT_BITS)) & ((1 << RANGE_COUNT_BITS) - 1)
}
