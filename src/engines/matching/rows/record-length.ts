import { uint8At } from '../../../shared/item-at.ts'
import type { CompiledPosting } from './compiled-posting.ts'
import { codeOfId, idWords } from './id-words.ts'
import { MEANING_DIMENSIONS, MEANING_WORDS, MOST, OPTIONAL, WORD, WORDS_OF_OPTIONAL } from './layout.ts'
import { runsOf, runWords } from './week-runs.ts'

/** What is computed once for a record. */
export interface RecordParts {
  /** Code of the id, see `codeOfId`. */
  id: number
  /** Bits of the optional numbers, see `OPTIONAL`. */
  optional: number
  /** See `runsOf`; null without a week. */
  week: readonly number[] | null
}

export function recordParts(posting: CompiledPosting): RecordParts {
  return {
    id: codeOfId(posting.id),
    optional: optionalBits(posting),
    week: posting.week && runsOf(posting.week.slots),
  }
}

function optionalBits({
  amountMinor,
  extra,
  hoursPerWeek,
  point,
  maxDistanceKm,
  startDay,
  endDay,
  postalCode,
}: CompiledPosting): number {
  const fits = hoursPerWeek === null || Math.fround(hoursPerWeek) === hoursPerWeek
  const bit = (value: unknown, at: number) => (value === null ? 0 : 1 << at)
  return (
    bit(amountMinor, OPTIONAL.amountMinor) |
    bit(extra, OPTIONAL.extra) |
    bit(hoursPerWeek, fits ? OPTIONAL.hours : OPTIONAL.exactHours) |
    bit(point, OPTIONAL.point) |
    bit(maxDistanceKm, OPTIONAL.maxDistanceKm) |
    bit(startDay, OPTIONAL.startDay) |
    bit(endDay, OPTIONAL.endDay) |
    bit(postalCode, OPTIONAL.postalCode)
  )
}

/** Returns the number of words in a posting's record: an even number, because doubles begin at even words. */
export function recordLength(posting: CompiledPosting, { id, optional, week }: RecordParts): number {
  const words =
    WORD.rest +
    (posting.meaning ? MEANING_WORDS : 0) +
    uint8At(WORDS_OF_OPTIONAL, optional) +
    posting.skills.length +
    2 * posting.returns.length +
    posting.causes.length +
    2 * (posting.credentials.length + posting.known.length + posting.blocked.length) +
    (week ? 1 + runWords(week.length) : 0) +
    (posting.stretches ? 1 + 2 * posting.stretches.flat().length : 0) +
    posting.words.length +
    idWords(id)
  return words + (words % 2)
}

/** Throws a RangeError if a list or the id of a posting is too long for a record. */
export function requireRoom({
  id,
  skills,
  returns,
  causes,
  credentials,
  known,
  blocked,
  words,
  meaning,
  stretches,
}: CompiledPosting): void {
  if (meaning && meaning.numbers.length !== MEANING_DIMENSIONS)
    throw new RangeError(`a meaning has ${MEANING_DIMENSIONS} numbers, not ${meaning.numbers.length}`)
  const longest = Math.max(skills.length, returns.length, causes.length, credentials.length)
  if (
    longest > MOST.listed ||
    Math.max(known.length, blocked.length) > MOST.people ||
    words.length > MOST.words ||
    stretches?.some((list) => list.length > MOST.stretches)
  )
    throw new RangeError('a list of the posting is longer than a record allows')
  if (id.length > MOST.idLength || /[^\0-\x7f]/.test(id))
    throw new RangeError(`an id must be of at most ${MOST.idLength} ASCII characters`)
}
