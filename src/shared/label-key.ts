import { normalizeText } from './normalize-text.ts'

/** Combining accents of Latin, Greek and Cyrillic letters in decomposed text. */
const ACCENTS = /[\u0300-\u036f]/g
/** Includes vowel signs of scripts such as Devanagari or Thai, but not the variation selector of an emoji. */
const BETWEEN_WORDS = /(?:[^\p{L}\p{N}\p{Mn}\p{Mc}+#]|\p{Variation_Selector})+/gu
const SIGNS = /[+#]+/
const ONLY_SIGNS = /^[+#]+$/
/** A sign may be separated from its one- or two-letter name: "C #" and "C ++". */
const MAX_LETTERS_BEFORE_SIGN = 2

/**
 * Normalizes a label so that different spellings are equal: decomposes it, removes accents, converts it to lower
 * case, and replaces each run of characters other than letters, digits, `+` and `#` with one space. `C`, `C++` and
 * `C#` stay different, and `Node.js` becomes `node js`. Idempotent. Empty if the label has none of these characters.
 */
export function labelKey(label: string): string {
  return normalizeText(label, 'NFKD').replace(ACCENTS, '').toLowerCase().replace(BETWEEN_WORDS, ' ').trim()
}

/** Splits a key into words. `+` and `#` belong to a word at its end (`c++`) and separate words elsewhere (`excel+word`). */
export function wordsOf(key: string): string[] {
  const tokens = key.split(' ')
  const joined = tokens.map((token, at) => {
    const before = tokens[at - 1] ?? ''
    const isApart = before !== '' && before.length <= MAX_LETTERS_BEFORE_SIGN && ONLY_SIGNS.test(token)
    return isApart ? token : ` ${token}`
  })
  return joined.join('').split(' ').flatMap(wordsOfToken)
}

function wordsOfToken(token: string): string[] {
  let end = token.length
  while (end > 0 && ONLY_SIGNS.test(token.charAt(end - 1))) end--
  const words = token.slice(0, end).split(SIGNS)
  const signs = token.slice(end)
  return words.map((word, at) => (at === words.length - 1 ? word + signs : word)).filter(isNamed)
}

/** A word needs a letter or digit, not only signs. */
function isNamed(word: string): boolean {
  return word !== '' && !ONLY_SIGNS.test(word)
}
