import { isKnownWord, LANGUAGES, type Language, stemUnaccented } from '../../shared/languages/index.ts'
import { createSlicedWork } from '../../shared/sliced-work.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { isJoiningWord } from './word-forms.ts'

/** Words of the same meaning: for each of `LANGUAGES`, in their order, a list of words or short phrases. */
export type SameMeaning = readonly (readonly string[])[]

/** The joint meaning of one or more words of a text. */
export interface Meaning {
  /** The same for all words of this meaning, and different from the root of any word. */
  root: string
  /** Number of words, without joining words. */
  length: number
}

/**
 * Returns the everyday meaning of the words (see `labelKey`) that begin at an index. Tries the longest phrase first.
 */
export type MeaningAt = (words: readonly string[], at: number, language: Language) => Meaning | undefined

/** Shorter stems are shared by too many words. */
const SHORTEST_STEM = 4
/** Maximum difference in letters between two inflections. */
const MAX_ENDING = 3
const ROWS_PER_STEP = 20

export class SameMeaningError extends Error {
  override readonly name = 'SameMeaningError'
}

/**
 * Creates the lookup of everyday meanings. Each word is read in the language of its text. A word unknown in that
 * language is looked up in the others, because people mix languages and short texts do not reveal theirs. In the others
 * only the listed forms count.
 * @throws SameMeaningError if a word of one language has two meanings
 */
export function createMeanings(rows: readonly SameMeaning[]): MeaningAt {
  return createSlicedWork(meaningsInSteps(rows)).now()
}

/** Same, in short steps. */
export function* meaningsInSteps(rows: readonly SameMeaning[]): Generator<void, MeaningAt> {
  const lexicons = new Map<Language, Lexicon>()
  for (const [column, language] of LANGUAGES.entries()) {
    const lexicon = new Lexicon(language)
    lexicons.set(language, lexicon)
    for (const [at, row] of rows.entries()) {
      if (at % ROWS_PER_STEP === 0) yield
      lexicon.add(row, column)
    }
  }
  return (words, at, language) => {
    const own = lexicons.get(language)?.find(words, at)
    if (own) return own
    if (isKnownWord(words[at] ?? '', language)) return undefined
    for (const [other, lexicon] of lexicons) {
      const found = other === language ? undefined : lexicon.findForm(words, at)
      if (found) return found
    }
    return undefined
  }
}

/** The words of one language, by form and by stem. */
class Lexicon {
  readonly #language: Language
  readonly #roots = new Map<string, string>()
  readonly #ofStems = new Map<string, { root: string | null; shortest: number; longest: number }>()
  /** By stem of the first word: the maximum number of words of an entry. */
  readonly #lengths = new Map<string, number>()
  /** The same by form of the first word. */
  readonly #lengthsOfForms = new Map<string, number>()

  constructor(language: Language) {
    this.#language = language
  }

  /** Adds the words that the language has for one meaning, in this column of the row. */
  add(row: SameMeaning, column: number): void {
    const root = `=${row.flat()[0] ?? ''}`
    for (const text of row[column] ?? []) this.#add(tokensOf(text), root)
  }

  find(words: readonly string[], at: number): Meaning | undefined {
    const first = words[at]
    const longest = first === undefined ? undefined : this.#lengths.get(this.#stemOf(first))
    for (let length = Math.min(longest ?? 0, words.length - at); length > 0; length--) {
      const own = words.slice(at, at + length)
      const root = this.#roots.get(own.join(' ')) ?? this.#rootOfStems(own)
      if (root) return { root, length }
    }
    return undefined
  }

  /** Finds words only in their listed forms, which needs no stemming. */
  findForm(words: readonly string[], at: number): Meaning | undefined {
    const longest = this.#lengthsOfForms.get(words[at] ?? '') ?? 0
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const root = this.#roots.get(words.slice(at, at + length).join(' '))
      if (root) return { root, length }
    }
    return undefined
  }

  /**
   * Returns the root of words that differ from known ones only by an inflection: `concertation` is not a form of
   * `concert`.
   */
  #rootOfStems(words: readonly string[]): string | null {
    const known = this.#ofStems.get(this.#stemsOf(words))
    const { length } = words.join(' ')
    return known && length >= known.shortest - MAX_ENDING && length <= known.longest + MAX_ENDING
      ? known.root
      : null
  }

  #add(words: readonly string[], root: string): void {
    const [first] = words
    if (first === undefined) return
    const text = words.join(' ')
    const known = this.#roots.get(text)
    if (known !== undefined && known !== root)
      throw new SameMeaningError(`"${text}" means ${known} and ${root} in ${this.#language}`)
    this.#roots.set(text, root)
    this.#addStems(words, root)
    const start = this.#stemOf(first)
    this.#lengths.set(start, Math.max(words.length, this.#lengths.get(start) ?? 0))
    this.#lengthsOfForms.set(first, Math.max(words.length, this.#lengthsOfForms.get(first) ?? 0))
  }

  #addStems(words: readonly string[], root: string): void {
    const stems = this.#stemsOf(words)
    if (stems.length < SHORTEST_STEM) return
    const { length } = words.join(' ')
    const known = this.#ofStems.get(stems) ?? { root, shortest: length, longest: length }
    this.#ofStems.set(stems, {
      // Words that differ only in their endings are distinguished only by their forms.
      root: known.root === root ? root : null,
      shortest: Math.min(known.shortest, length),
      longest: Math.max(known.longest, length),
    })
  }

  #stemsOf(words: readonly string[]): string {
    return words.map((word) => this.#stemOf(word)).join(' ')
  }

  #stemOf(word: string): string {
    return stemUnaccented(word, this.#language)
  }
}

function tokensOf(text: string): string[] {
  return wordsOf(labelKey(text)).filter((word) => !isJoiningWord(word))
}
