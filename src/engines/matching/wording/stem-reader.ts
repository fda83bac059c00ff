import { normalizeText } from '../../../shared/normalize-text.ts'
import { LANGUAGES, type Language } from './languages.ts'

/** Letters and digits of any script with their marks; a trailing `+` or `#` belongs to the word (C++, C#). */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*[+#]*/gu
const MARKS = /[\u0300-\u036f]/g
const APOSTROPHES = /['’]/g
/**
 * Words are cut to this length, and texts after normalization, which expands some characters to eighteen. Stemmers take
 * quadratic time for some long words, and no real word is longer.
 */
const MAX_WORD_CHARS = 64
const MAX_TEXT_CHARS = 20_000
/** Stemming is the most expensive step of reading a posting, and words repeat, so recent results are cached. */
const MAX_CACHED_WORDS = 50_000

/** The words of a text as stems, in reading order, stop words left out, case and accents folded. Repeats stay. */
export type StemReader = (text: string) => string[]

/** Makes a reader of texts in one language. */
export function createStemReader(language: Language): StemReader {
  const { stem, stopWords } = LANGUAGES[language]
  /** Null for a stop word. */
  const remembered = new Map<string, string | null>()

  function stemOf(word: string): string | null {
    const known = remembered.get(word)
    if (known !== undefined) return known
    // Stems first: the rules of most languages look at accents.
    const found = stopWords.has(withoutMarks(word)) ? null : withoutMarks(stem(word))
    if (remembered.size >= MAX_CACHED_WORDS) remembered.clear()
    remembered.set(word, found)
    return found
  }

  return (text) => {
    const stems: string[] = []
    const folded = normalizeText(text, 'NFKC').slice(0, MAX_TEXT_CHARS).replace(APOSTROPHES, '').toLowerCase()
    for (const [word] of folded.matchAll(WORD)) {
      const stem = stemOf(word.slice(0, MAX_WORD_CHARS))
      if (stem !== null) stems.push(stem)
    }
    return stems
  }
}

function withoutMarks(word: string): string {
  return word.normalize('NFKD').replace(MARKS, '').normalize('NFC')
}
