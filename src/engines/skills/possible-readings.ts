import { isCommonRoot } from './common-words.ts'
import type { TextWord } from './text-words.ts'

/** Factor for a word about the writer: it still shows the field of the work. */
const OF_WRITER = 0.4

/**
 * Returns the ways in which a text may be meant, likeliest first. The words about its writer and their place are not
 * sought. If nothing else is, they may mean the place (`our library needs help`). If the text says nothing else at all,
 * they are meant literally.
 */
export function possibleReadings(words: readonly TextWord[]): (readonly TextWord[])[] {
  if (words.every(({ ofWriter }) => ofWriter === null)) return [words]
  if (words.every(({ ofWriter, plainRoot }) => ofWriter !== null || isCommonRoot(plainRoot)))
    return [words.map(meant)]
  const ways = [words.map(lowered)]
  if (words.some(isOfPlace)) ways.push(words.map((word) => (isOfPlace(word) ? meant(word) : lowered(word))))
  return ways
}

function isOfPlace({ ofWriter }: TextWord): boolean {
  return ofWriter === 'business' || ofWriter === 'place' || ofWriter === 'whole'
}

function meant(word: TextWord): TextWord {
  return { ...word, ofWriter: null }
}

function lowered(word: TextWord): TextWord {
  return word.ofWriter === null ? word : { ...word, weight: word.weight * OF_WRITER }
}
