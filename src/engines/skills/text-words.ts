import { labelKey, wordsOf } from './skill-label.ts'
import { isJoiningWord, rootOf } from './word-forms.ts'

/** A word of a text, without the joining words. */
export interface TextWord {
  /** See `rootOf`. */
  root: string
  /** See `labelKey`. */
  text: string
  weight: number
  /** Written with a capital where ordinary words have none. */
  isCapital: boolean
}

/** A text says at its beginning what it is about, and reading takes time. */
const MAX_WORDS = 300
const MAX_CHARS = 4000
const MAX_WORD_CHARS = 64
const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*[+#]*/gu
const CAPITAL = /^\p{Lu}/u
const SMALL = /\p{Ll}/u
const SENTENCE_END = /[.?!:•\n]$/

/** The words at the beginning of a text, each with this weight. */
export function readTextWords(given: string, weight: number): TextWord[] {
  const text = given.slice(0, MAX_CHARS)
  const hasCase = SMALL.test(text)
  const words: TextWord[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (words.length >= MAX_WORDS) break
    const isCapital = hasCase && CAPITAL.test(token) && !startsSentence(text, index)
    for (const word of wordsOf(labelKey(token.slice(0, MAX_WORD_CHARS))))
      if (!isJoiningWord(word)) words.push({ root: rootOf(word), text: word, weight, isCapital })
  }
  return words
}

/** The roots of the words of a name, as `readTextWords` has them. */
export function rootsOfName(name: string): string[] {
  return wordsOf(labelKey(name))
    .filter((word) => !isJoiningWord(word))
    .map(rootOf)
}

function startsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 3), index).trimEnd()
  return before === '' || SENTENCE_END.test(before)
}
