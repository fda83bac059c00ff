import { int32At } from '../../../shared/item-at.ts'
import { WEEK_WORDS } from '../week.ts'
import type { CompiledPosting } from './compiled-posting.ts'
import { fingerprint, takeFingerprint } from './fingerprint.ts'
import { writeId } from './id-words.ts'
import {
  DOUBLE,
  LEVEL_BITS,
  MEANING_WORDS,
  MOST,
  NO_END,
  NO_START,
  OPENS_BIT,
  RANGE_COUNT_BITS,
  RECORD_HEAD_WORDS,
  SKILL_SHIFT,
  STEM_SHIFT,
  TITLE_SHIFT,
  WORD,
} from './layout.ts'
import { writeMeaning } from './meanings.ts'
import { Pool, startOf } from './pool.ts'
import { recordLength, requireRoom } from './record-length.ts'
import { type Records, Row } from './row.ts'
import type { Vocabulary } from './vocabulary.ts'

const CHUNK_SHIFT = 12
const CHUNK_SLOTS = 1 << CHUNK_SHIFT
/** Words in one processor cache line. */
const LINE_WORDS = 16

/** Postings in numbered slots. Each is a record in a pool of typed arrays, not an object. */
export class Rows implements Records {
  readonly vocabulary: Vocabulary
  readonly pool: Pool
  /** By slot, in chunks: the position of its record in the pool, or -1. */
  readonly #positions: Int32Array[] = []
  readonly #referring: Row

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    this.pool = new Pool({
      positionOf: (slot) => this.positionOf(slot),
      onMoved: (slot, position) => this.#setPosition(slot, position),
    })
    this.#referring = new Row(this)
  }

  /** Returns the position of a slot's record in the pool, or -1 if it has none. */
  positionOf(slot: number): number {
    return this.#positions[slot >> CHUNK_SHIFT]?.[slot & (CHUNK_SLOTS - 1)] ?? -1
  }

  /** Prefetches four cache lines from word `from` of each slot's record. The returned value has no meaning. */
  prefetch(slots: Int32Array, count: number, from: number): number {
    let sum = 0
    for (let at = 0; at < count; at++) {
      const position = this.positionOf(int32At(slots, at))
      const { words } = this.pool.chunkAt(position)
      const start = startOf(position) + from
      // A short record at the end of its chunk has no words this far.
      sum ^=
        (words[start] ?? 0) ^
        (words[start + LINE_WORDS] ?? 0) ^
        (words[start + 2 * LINE_WORDS] ?? 0) ^
        (words[start + 3 * LINE_WORDS] ?? 0)
    }
    return sum
  }

  /** Writes a posting to a free slot. Throws a RangeError if a list is too long for a row. */
  write(slot: number, posting: CompiledPosting): void {
    requireRoom(posting)
    const position = this.pool.allocate(slot, recordLength(posting))
    const { words, floats, doubles } = this.pool.chunkAt(position)
    const row = startOf(position)
    const { vocabulary } = this
    const { point, sharedPoint } = posting
    const double = row / 2
    doubles[double + DOUBLE.amountMinor] = posting.amountMinor ?? Number.NaN
    doubles[double + DOUBLE.extra] = posting.extra ?? Number.NaN
    doubles[double + DOUBLE.hoursPerWeek] = posting.hoursPerWeek ?? Number.NaN
    floats[row + WORD.x] = point?.x ?? Number.NaN
    floats[row + WORD.y] = point?.y ?? Number.NaN
    floats[row + WORD.z] = point?.z ?? Number.NaN
    floats[row + WORD.sharedX] = sharedPoint?.x ?? Number.NaN
    floats[row + WORD.sharedY] = sharedPoint?.y ?? Number.NaN
    floats[row + WORD.sharedZ] = sharedPoint?.z ?? Number.NaN
    floats[row + WORD.maxDistanceKm] = posting.maxDistanceKm ?? Number.NaN
    words[row + WORD.flags] = posting.flags
    words[row + WORD.counts] =
      posting.skills.length |
      (posting.returns.length << 8) |
      (posting.causes.length << 16) |
      (posting.credentials.length << 24)
    words[row + WORD.moreCounts] =
      posting.words.length |
      (posting.id.length << 16) |
      (posting.week ? 1 << 24 : 0) |
      (Math.min(MOST.titleLength, posting.titleLength) << 25)
    words[row + WORD.people] =
      posting.known.length |
      (posting.blocked.length << 10) |
      (Math.min(MOST.descriptionLength, posting.descriptionLength) << 20)
    words[row + WORD.partner] = vocabulary.partners.hold(posting.partner)
    takeFingerprint(posting.person)
    words[row + WORD.personHigh] = fingerprint.high
    words[row + WORD.personLow] = fingerprint.low
    words[row + WORD.languages] = vocabulary.languages.hold(posting.languages)
    words[row + WORD.zoneAndCurrency] =
      vocabulary.timeZones.hold(posting.timeZone) | (vocabulary.currencies.hold(posting.currency) << 16)
    words[row + WORD.track] = vocabulary.tracks.hold(posting.track)
    words[row + WORD.postedDay] = posting.postedDay
    words[row + WORD.startDay] = posting.startDay ?? NO_START
    words[row + WORD.endDay] = posting.endDay ?? NO_END
    words[row + WORD.city] = this.#holdPlace(posting.city)
    words[row + WORD.region] = this.#holdPlace(posting.region)
    words[row + WORD.postalCode] = this.#holdPlace(posting.postalCode)
    if (posting.meaning) writeMeaning(posting.meaning, words, floats, row + WORD.rest)
    const lists = row + WORD.rest + (posting.meaning ? MEANING_WORDS : 0)
    this.#writeLists(words, floats, lists, posting)
    this.#setPosition(slot, position)
  }

  /** Releases a slot's memory and its references to the vocabulary. */
  release(slot: number): void {
    this.#refer(slot, 'release')
    const position = this.positionOf(slot)
    this.#setPosition(slot, -1)
    this.pool.free(position)
  }

  /** Returns the number of words in a slot's record. */
  lengthOf(slot: number): number {
    const position = this.positionOf(slot)
    return int32At(this.pool.chunkAt(position).words, startOf(position) + 1)
  }

  /** Copies a slot's record into an array. */
  copy(slot: number, to: Int32Array, start: number): void {
    const position = this.positionOf(slot)
    const from = startOf(position)
    const { words } = this.pool.chunkAt(position)
    to.set(words.subarray(from, from + this.lengthOf(slot)), start)
  }

  /** Writes a copied record to a free slot. The vocabulary that its numbers refer to must be loaded first. */
  load(slot: number, from: Int32Array, start: number): void {
    const length = int32At(from, start + 1)
    const position = this.pool.allocate(slot, length)
    const to = startOf(position)
    const { words } = this.pool.chunkAt(position)
    words.set(from.subarray(start + RECORD_HEAD_WORDS, start + length), to + RECORD_HEAD_WORDS)
    this.#setPosition(slot, position)
    this.#refer(slot, 'retain')
  }

  /** Adds or removes all references of a slot's record to the vocabulary. */
  #refer(slot: number, verb: 'retain' | 'release'): void {
    const row = this.#referring.at(slot)
    const { vocabulary } = this
    for (let at = 0; at < row.skillCount; at++) vocabulary.skills[verb](row.skill(at))
    for (let at = 0; at < row.returnCount; at++) vocabulary.skills[verb](row.returnSkill(at))
    for (let at = 0; at < row.causeCount; at++) vocabulary.causes[verb](row.cause(at))
    for (let at = 0; at < row.credentialCount; at++) vocabulary.requirements[verb](row.requirement(at))
    for (let at = 0; at < row.wordCount; at++) vocabulary.stems[verb](row.stem(at))
    if (row.hasWeek) vocabulary.timeZones[verb](row.weekZone)
    vocabulary.partners[verb](row.partner)
    vocabulary.languages[verb](row.languages)
    vocabulary.timeZones[verb](row.timeZone)
    vocabulary.currencies[verb](row.currency)
    vocabulary.tracks[verb](row.track)
    for (const place of [row.city, row.region, row.postalCode])
      if (place > 0) vocabulary.places[verb](place - 1)
  }

  #holdPlace(name: string | null): number {
    return name === null ? 0 : this.vocabulary.places.hold(name) + 1
  }

  #writeLists(words: Int32Array, floats: Float32Array, start: number, posting: CompiledPosting): void {
    const { skills, causes, requirements, stems, timeZones } = this.vocabulary
    let at = start
    for (const { skill, importance, level } of posting.skills)
      words[at++] = (skills.hold(skill) << SKILL_SHIFT) | (importance << LEVEL_BITS) | level
    for (const { stem, inTitle, inDescription, opens } of posting.words)
      words[at++] =
        (stems.hold(stem) << STEM_SHIFT) | (inTitle << TITLE_SHIFT) | (opens ? OPENS_BIT : 0) | inDescription
    for (const { skill, hoursPerWeek } of posting.returns) {
      words[at++] = skills.hold(skill)
      floats[at++] = hoursPerWeek ?? Number.NaN
    }
    for (const cause of posting.causes) words[at++] = causes.hold(cause)
    for (const { requirement, untilDay } of posting.credentials) {
      words[at++] = requirements.hold(requirement)
      words[at++] = untilDay ?? NO_END
    }
    for (const person of [...posting.known, ...posting.blocked]) {
      takeFingerprint(person)
      words[at++] = fingerprint.high
      words[at++] = fingerprint.low
    }
    if (posting.week) {
      words[at++] = timeZones.hold(posting.week.timeZone)
      words.set(posting.week.slots, at)
      at += WEEK_WORDS
    }
    if (posting.stretches) {
      words[at++] = posting.stretches.reduce(
        (counts, list, number) => counts | (list.length << (number * RANGE_COUNT_BITS)),
        0,
      )
      for (const [from, until] of posting.stretches.flat()) {
        words[at++] = from
        words[at++] = until
      }
    }
    writeId(posting.id, words, at)
  }

  #setPosition(slot: number, position: number): void {
    const number = slot >> CHUNK_SHIFT
    const chunk = this.#positions[number] ?? new Int32Array(CHUNK_SLOTS).fill(-1)
    this.#positions[number] = chunk
    chunk[slot & (CHUNK_SLOTS - 1)] = position
  }
}
