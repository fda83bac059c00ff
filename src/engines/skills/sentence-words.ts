import { isCommonRoot } from './common-words.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { isJoiningWord, rootOf } from './word-forms.ts'

/** A word that carries meaning, where it stands in a text. */
export interface PlacedWord {
  /** In the form of `labelKey`. */
  word: string
  isCommon: boolean
  /** Counts such words, common ones half, and the end of a sentence as several, so that little is read across it. */
  place: number
  /** In UTF-16 units of the text; `end` is the first after it. */
  start: number
  end: number
}

const PLACES_OF_COMMON_WORD = 0.5
const PLACES_OF_SENTENCE_END = 4
const TOKEN = /(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*[+#]*)|[.!?;:](?=\s|$)|[\n•*]/gu

/** The words of a text but its joining words, in reading order. */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = []
  let place = 0
  for (const token of text.matchAll(TOKEN)) {
    const { word } = token.groups ?? {}
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

/** The passages that these words make up, as they are written in the text, in order; neighbours stand together. */
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
