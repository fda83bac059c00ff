import { labelKey } from '../../engines/skills/index.ts'
import { rankOfWord } from './frequent-words.ts'

const MAX_CHARS = 4000
/** More frequent words are in every text: `the`, `und`. */
const FILLER_RANK = 100
/** Minimum number of known words besides the frequent ones; a single one is enough among `LEAST_WORDS` known words. */
const LEAST_TELLING = 2
const LEAST_WORDS = 3
/** Minimum share of known words, because languages share words by chance. */
const LEAST_KNOWN = 0.5
const WORD = /^\p{L}{2,}$/u

/** Returns whether a text has enough words in the taxonomy's languages to be compared with other texts. */
export function hasKnownWords(text: string): boolean {
  const words = new Set(
    labelKey(text.slice(0, MAX_CHARS))
      .split(' ')
      .filter((word) => WORD.test(word)),
  )
  const ranks = [...words].map(rankOfWord).filter((rank) => rank !== undefined)
  const telling = ranks.filter((rank) => rank > FILLER_RANK).length
  const isEnough = telling >= LEAST_TELLING || (telling > 0 && ranks.length >= LEAST_WORDS)
  return isEnough && ranks.length >= LEAST_KNOWN * words.size
}
