import { WEEK_WORDS } from '../week.ts'
import type { CompiledPosting } from './compiled-posting.ts'
import { idWords } from './id-words.ts'
import { MEANING_DIMENSIONS, MEANING_WORDS, MOST, WORD } from './layout.ts'

/** Returns the number of words in a posting's record: an even number, because doubles begin at even words. */
export function recordLength(posting: CompiledPosting): number {
  const words =
    WORD.rest +
    posting.skills.length +
    2 * posting.returns.length +
    posting.causes.length +
    2 * (posting.credentials.length + posting.known.length + posting.blocked.length) +
    (posting.meaning ? MEANING_WORDS : 0) +
    (posting.week ? 1 + WEEK_WORDS : 0) +
    (posting.stretches ? 1 + 2 * posting.stretches.flat().length : 0) +
    posting.words.length +
    idWords(posting.id.length)
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
