import { isCommonRoot } from './common-words.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { isJoiningWord, rootOf } from './word-forms.ts'

/** A word with meaning, with its position in a text. */
export interface PlacedWord {
  /** Normalized by `labelKey`. */
  word: string
  isCommon: boolean
  /** Position in words. A common word counts half, and the end of a sentence several words, so that matches rarely cross it. */
  place: number
  /** Range in UTF-16 units of the text; `end` is exclusive. */
  start: number
  end: number
}

const PLACES_OF_COMMON_WORD = 0.5
const PLACES_OF_SENTENCE_END = 4
const IS_TEXT = /\S/
const TOKEN = /(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*[+#]*)|(?<stop>[.!?;:])|[\n•*]/gu

/** Returns the words of a text in reading order, without joining words. */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = []
  let place = 0
  for (const token of text.matchAll(TOKEN)) {
    const { word, stop } = token.groups ?? {}
    // `node.js` and `10:30` do not end a sentence.
    if (stop !== undefined && IS_TEXT.test(text.charAt(token.index + 1))) continue
    if (word === undefined) place += PLACES_OF_SENTENCE_END
    for (const one of wordsOf(labelKey(word ?? ''))) {
      if (isJoiningWord(one)) continue
      const isCommon = isCommonRoot(rootOf(one))
      words.push({ word: one, isCommon, place, start: token.index, end: token.index + token[0].length })
      place += placesOf({ isCommon })
    }
  }
  return words
}

export function placesOf({ isCommon }: Pick<PlacedWord, 'isCommon'>): number {
  return isCommon ? PLACES_OF_COMMON_WORD : 1
}

/** Returns the parts of the text that these words make up, in order. Adjacent words form one part. */
export function passagesOf(text: string, words: readonly PlacedWord[]): string[] {
  const passages: { start: number; end: number; next: number }[] = []
  for (const word of words.toSorted((a, b) => a.place - b.place)) {
    const { start, end, place } = word
    const next = place + placesOf(word)
    const last = passages.at(-1)
    if (!last || place > last.next) passages.push({ start, end, next })
    else Object.assign(last, { end, next })
  }
  return passages.map(({ start, end }) => text.slice(start, end))
}
