import { WEEK_WORDS } from '../week.ts'
import type { CompiledPosting } from './compiled-posting.ts'
import { fingerprint, takeFingerprint } from './fingerprint.ts'
import {
  DESCRIPTION_BITS,
  DOUBLE,
  LEVEL_BITS,
  MOST,
  NO_END,
  NO_START,
  RECORD_HEAD_WORDS,
  ROW_WORDS,
  SKILL_SHIFT,
  STEM_SHIFT,
  WORD,
} from './layout.ts'
import { Pool, startOf } from './pool.ts'
import { Row } from './row.ts'
import type { Vocabulary } from './vocabulary.ts'

const CHUNK_SHIFT = 12
const CHUNK_ROWS = 1 << CHUNK_SHIFT

export interface RowChunk {
  words: Int32Array
  floats: Float32Array
  doubles: Float64Array
}

/** Postings in numbered slots of typed arrays, without an object each. */
export class Rows {
  readonly vocabulary: Vocabulary
  readonly pool: Pool
  readonly #chunks: RowChunk[] = []
  readonly #released: Row

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    this.pool = new Pool({
      positionOf: (slot) => this.#word(slot, WORD.position),
      onMoved: (slot, position) => this.#setWord(slot, WORD.position, position),
    })
    this.#released = new Row(this)
  }

  /** The chunk that a slot's row is in. */
  chunkOf(slot: number): RowChunk {
    // Written before it is read.
    return this.#chunks[slot >> CHUNK_SHIFT] as RowChunk
  }

  /** Where in its chunk's words a row begins. */
  startOf(slot: number): number {
    return (slot & (CHUNK_ROWS - 1)) * ROW_WORDS
  }

  /** Writes a posting in a slot that is free. Throws a RangeError where a list is longer than a row has room for. */
  write(slot: number, posting: CompiledPosting): void {
    demandRoom(posting)
    const { words, floats, doubles } = this.#chunkFor(slot)
    const row = this.startOf(slot)
    const { vocabulary } = this
    const { point, placeNames } = posting
    const double = row / 2
    doubles[double + DOUBLE.amountMinor] = posting.amountMinor ?? Number.NaN
    doubles[double + DOUBLE.extra] = posting.extra ?? Number.NaN
    doubles[double + DOUBLE.hoursPerWeek] = posting.hoursPerWeek ?? Number.NaN
    floats[row + WORD.x] = point?.x ?? Number.NaN
    floats[row + WORD.y] = point?.y ?? Number.NaN
    floats[row + WORD.z] = point?.z ?? Number.NaN
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
    words[row + WORD.firstPlace] = this.#holdPlace(placeNames[0])
    words[row + WORD.secondPlace] = this.#holdPlace(placeNames[1])
    words[row + WORD.position] = this.#writeRecord(slot, posting)
  }

  /** Gives up a slot's room and what it holds of the vocabulary. */
  release(slot: number): void {
    const row = this.#released.at(slot)
    const { vocabulary } = this
    for (let at = 0; at < row.skillCount; at++) vocabulary.skills.release(row.skill(at))
    for (let at = 0; at < row.returnCount; at++) vocabulary.skills.release(row.returnSkill(at))
    for (let at = 0; at < row.causeCount; at++) vocabulary.causes.release(row.cause(at))
    for (let at = 0; at < row.credentialCount; at++) vocabulary.requirements.release(row.requirement(at))
    for (let at = 0; at < row.wordCount; at++) vocabulary.stems.release(row.stem(at))
    if (row.hasWeek) vocabulary.timeZones.release(row.weekZone)
    vocabulary.partners.release(row.partner)
    vocabulary.languages.release(row.languages)
    vocabulary.timeZones.release(row.timeZone)
    vocabulary.currencies.release(row.currency)
    vocabulary.tracks.release(row.track)
    for (const place of [row.firstPlace, row.secondPlace]) if (place > 0) vocabulary.places.release(place - 1)
    const position = this.#word(slot, WORD.position)
    this.#setWord(slot, WORD.position, -1)
    this.pool.free(position)
  }

  #chunkFor(slot: number): RowChunk {
    const number = slot >> CHUNK_SHIFT
    const chunk = this.#chunks[number] ?? emptyChunk()
    this.#chunks[number] = chunk
    return chunk
  }

  #holdPlace(name: string | undefined): number {
    return name === undefined ? 0 : this.vocabulary.places.hold(name) + 1
  }

  #writeRecord(slot: number, posting: CompiledPosting): number {
    const { skills, causes, requirements, stems, timeZones } = this.vocabulary
    const position = this.pool.allocate(slot, lengthOf(posting))
    const { words, floats } = this.pool.chunkAt(position)
    let at = startOf(position) + RECORD_HEAD_WORDS
    for (const { skill, importance, level } of posting.skills)
      words[at++] = (skills.hold(skill) << SKILL_SHIFT) | (importance << LEVEL_BITS) | level
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
    for (const { stem, inTitle, inDescription } of posting.words)
      words[at++] = (stems.hold(stem) << STEM_SHIFT) | (inTitle << DESCRIPTION_BITS) | inDescription
    writeId(posting.id, words, at)
    return position
  }

  #word(slot: number, index: number): number {
    return this.chunkOf(slot).words[this.startOf(slot) + index] ?? 0
  }

  #setWord(slot: number, index: number, value: number): void {
    this.chunkOf(slot).words[this.startOf(slot) + index] = value
  }
}

function lengthOf(posting: CompiledPosting): number {
  return (
    RECORD_HEAD_WORDS +
    posting.skills.length +
    2 * posting.returns.length +
    posting.causes.length +
    2 * (posting.credentials.length + posting.known.length + posting.blocked.length) +
    (posting.week ? 1 + WEEK_WORDS : 0) +
    posting.words.length +
    idWords(posting.id.length)
  )
}

function demandRoom({
  id,
  skills,
  returns,
  causes,
  credentials,
  known,
  blocked,
  words,
}: CompiledPosting): void {
  const longest = Math.max(skills.length, returns.length, causes.length, credentials.length)
  if (
    longest > MOST.listed ||
    Math.max(known.length, blocked.length) > MOST.people ||
    words.length > MOST.words
  )
    throw new RangeError('a posting has more in a list than there is room for')
  if (id.length > MOST.idLength || /[^\0-\x7f]/.test(id))
    throw new RangeError(`an id must be of at most ${MOST.idLength} ASCII characters`)
}

/** How many words an id of so many characters takes. */
export function idWords(characters: number): number {
  return (characters + 3) >> 2
}

/** Writes an id of ASCII characters, four to a word, so that words compare as the characters do. */
export function writeId(id: string, words: Int32Array, start: number): void {
  for (let word = 0; word < idWords(id.length); word++) {
    let bits = 0
    for (let byte = 0; byte < 4; byte++) bits = (bits << 8) | (id.charCodeAt(4 * word + byte) & 0xff)
    words[start + word] = bits
  }
}

function emptyChunk(): RowChunk {
  const words = new Int32Array(CHUNK_ROWS * ROW_WORDS)
  return { words, floats: new Float32Array(words.buffer), doubles: new Float64Array(words.buffer) }
}
