import { int32At, uint8At } from '../../../shared/item-at.ts'
import type { CompiledPosting } from './compiled-posting.ts'
import { fingerprint, takeFingerprint } from './fingerprint.ts'
import { writeId } from './id-words.ts'
import {
  LEVEL_BITS,
  lengthOf,
  MEANING_WORDS,
  MOST,
  NO_END,
  OPENS_BIT,
  OPTIONAL,
  optionalOf,
  RANGE_COUNT_BITS,
  RECORD_HEAD_WORDS,
  SKILL_SHIFT,
  STEM_SHIFT,
  TITLE_SHIFT,
  WORD,
  WORDS_OF_OPTIONAL,
} from './layout.ts'
import { writeMeaning } from './meanings.ts'
import { Pool, startOf } from './pool.ts'
import { type RecordParts, recordLength, recordParts, requireRoom } from './record-length.ts'
import { type Records, Row } from './row.ts'
import type { Vocabulary } from './vocabulary.ts'
import { runWords, writeRuns } from './week-runs.ts'

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
    const parts = recordParts(posting)
    const position = this.pool.allocate(slot, recordLength(posting, parts), parts.optional)
    const { words, floats } = this.pool.chunkAt(position)
    const row = startOf(position)
    const { vocabulary } = this
    words[row + WORD.flags] = posting.flags
    words[row + WORD.counts] =
      posting.skills.length |
      (posting.returns.length << 8) |
      (posting.causes.length << 16) |
      (posting.credentials.length << 24)
    words[row + WORD.moreCounts] =
      posting.words.length |
      (parts.id << 16) |
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
    words[row + WORD.area] = vocabulary.areas.holdArea(posting)
    if (posting.meaning) writeMeaning(posting.meaning, words, floats, row + WORD.rest)
    const optional = row + WORD.rest + (posting.meaning ? MEANING_WORDS : 0)
    this.#writeOptional(position, optional, posting, parts)
    this.#writeLists(position, optional + uint8At(WORDS_OF_OPTIONAL, parts.optional), posting, parts)
    this.#setPosition(slot, position)
  }

  /** Writes the numbers that not all postings have, in the order of `OPTIONAL`. */
  #writeOptional(position: number, start: number, posting: CompiledPosting, parts: RecordParts): void {
    const { words, floats, doubles } = this.pool.chunkAt(position)
    const { amountMinor, extra, hoursPerWeek, point } = posting
    let at = start
    const writeDouble = (value: number | null) => {
      if (value === null) return
      doubles[at / 2] = value
      at += 2
    }
    const areExactHours = (parts.optional & (1 << OPTIONAL.exactHours)) !== 0
    writeDouble(amountMinor)
    writeDouble(extra)
    if (areExactHours) writeDouble(hoursPerWeek)
    for (const value of [
      areExactHours ? null : hoursPerWeek,
      point?.x,
      point?.y,
      point?.z,
      posting.maxDistanceKm,
    ])
      if (value !== null && value !== undefined) floats[at++] = value
    if (posting.startDay !== null) words[at++] = posting.startDay
    if (posting.endDay !== null) words[at++] = posting.endDay
    if (posting.postalCode !== null) words[at] = this.vocabulary.places.hold(posting.postalCode) + 1
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
    return lengthOf(int32At(this.pool.chunkAt(position).words, startOf(position) + 1))
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
    const head = int32At(from, start + 1)
    const length = lengthOf(head)
    const position = this.pool.allocate(slot, length, optionalOf(head))
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
    vocabulary.areas[verb](row.area)
    if (row.postalCode > 0) vocabulary.places[verb](row.postalCode - 1)
  }

  #writeLists(position: number, start: number, posting: CompiledPosting, parts: RecordParts): void {
    const { words, floats } = this.pool.chunkAt(position)
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
    if (posting.week && parts.week) {
      words[at++] = timeZones.hold(posting.week.timeZone) | (parts.week.length << 16)
      writeRuns(parts.week, words, at)
      at += runWords(parts.week.length)
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
    writeId(posting.id, parts.id, words, at)
  }

  #setPosition(slot: number, position: number): void {
    const number = slot >> CHUNK_SHIFT
    const chunk = this.#positions[number] ?? new Int32Array(CHUNK_SLOTS).fill(-1)
    this.#positions[number] = chunk
    chunk[slot & (CHUNK_SLOTS - 1)] = position
  }
}
