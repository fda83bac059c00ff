import { isCommonRoot } from './common-words.ts'
import type { TextWord } from './text-words.ts'

/** Left of the weight of a word that tells who writes: it still says what field the work is in. */
const OF_WRITER = 0.4

/**
 * A text in the ways in which it may be meant, the likeliest first: what its writer is and where they are is not sought. If
 * nothing else is, they may mean the place (`our library needs help`). If it says nothing else at all, they mean what they say.
 */
export function waysToHear(words: readonly TextWord[]): (readonly TextWord[])[] {
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
