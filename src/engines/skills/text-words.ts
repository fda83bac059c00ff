import type { Language } from '../../shared/languages/index.ts'
import {
  MAX_CHARS,
  type OfWriter,
  type Token,
  tokensOf,
  unmeantTokens,
  wordsOfWriter,
} from '../../shared/sought-words/index.ts'
import { askedWords } from './asked-words.ts'
import { isJoiningWord, presentOf, rootOf } from './word-forms.ts'

/** A word of a text. Joining words are left out. */
export interface TextWord {
  /** The root of its everyday meaning (see `MeaningAt`), or its `rootOf`. */
  root: string
  /** Its `rootOf`, by which tools are known. Empty for several words of one meaning. */
  plainRoot: string
  /** See `labelKey`. */
  text: string
  weight: number
  isInTitle: boolean
  /** What the word says about the writer, if it is not about what they seek (see `wordsOfWriter`). */
  ofWriter: OfWriter | null
  /** Whether it names what the text asks for (see `askedWords`). */
  isAsked: boolean
  /** Whether it is capitalized where ordinary words are not. */
  isCapital: boolean
  /** Language of its sentence. */
  language: Language
  /** Position among the words of the text. The end of a sentence takes several positions. */
  place: number
  /** Range in UTF-16 units of the text; `end` is exclusive. */
  start: number
  end: number
}

/** Limited because a text says at its beginning what it is about, and reading takes time. */
const MAX_WORDS = 300
const PLACES_OF_SENTENCE_END = 3

/** How the words of a text are read. */
export interface ReadingOfWords {
  weight: number
  isTitle: boolean
  languageAt: (at: number) => Language
  /** Whether the text asks for help, so that its writer may describe themselves too. */
  asksForHelp: boolean
}

const NONE: ReadonlyMap<Token, OfWriter> = new Map()
const NOTHING: ReadonlySet<Token> = new Set()

/** `Quelqu'un` is two words here, and no evidence. */
const OF_SOMEBODY = 'quelqu'

/** Returns the words at the beginning of a text, each with this weight, without those that the text does not mean. */
export function readTextWords(
  given: string,
  { weight, isTitle, languageAt, asksForHelp }: ReadingOfWords,
): TextWord[] {
  const words: TextWord[] = []
  let place = 0
  const tokens = tokensOf(given.slice(0, MAX_CHARS))
  const ofWriter = asksForHelp ? wordsOfWriter(tokens) : NONE
  const asked = asksForHelp ? askedWords(tokens) : NOTHING
  const unmeant = unmeantTokens(tokens)
  for (const token of tokens) {
    if (unmeant.has(token)) continue
    const { text, isCapital, start, end } = token
    if (words.length >= MAX_WORDS) break
    if (text === '') place += PLACES_OF_SENTENCE_END
    else if (!isJoiningWord(text) && text !== OF_SOMEBODY) {
      const root = rootOf(presentOf(text))
      words.push({
        root,
        plainRoot: root,
        text,
        weight,
        isInTitle: isTitle,
        ofWriter: ofWriter.get(token) ?? null,
        isAsked: asked.has(token),
        isCapital,
        language: languageAt(start),
        place: place++,
        start,
        end,
      })
    }
  }
  return words
}

/** Returns the parts of a text that these words make up, in order, as written. Adjacent words form one part. */
export function partsOf(text: string, words: readonly TextWord[]): string[] {
  const parts: { start: number; end: number; next: number }[] = []
  for (const { start, end, place } of words.toSorted((a, b) => a.start - b.start)) {
    const last = parts.at(-1)
    if (last && place <= last.next) Object.assign(last, { end: Math.max(end, last.end), next: place + 1 })
    else parts.push({ start, end, next: place + 1 })
  }
  return parts.map(({ start, end }) => text.slice(start, end))
}
