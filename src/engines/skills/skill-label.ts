/** Combining accents of Latin, Greek and Cyrillic letters in decomposed text. */
const ACCENTS = /[\u0300-\u036f]/g
/** Includes vowel signs of scripts such as Devanagari or Thai, but not the variation selector of an emoji. */
const BETWEEN_WORDS = /[^[[\p{L}\p{N}\p{Mn}\p{Mc}]--\p{Variation_Selector}]+#]+/gv
const WORD = /[^+#\s]+(?:[+#]+(?=\s|$))?/g
/** A sign separated from its one- or two-letter name: "C #" and "C ++". */
const SIGN_APART = /(?<=(?:^|\s)\S{1,2})\s+(?=[+#]+(?:\s|$))/g

/**
 * Normalizes a label so that different spellings are equal: decomposes it, removes accents, converts it to lower
 * case, and replaces each run of characters other than letters, digits, `+` and `#` with one space. `C`, `C++` and
 * `C#` stay different, and `Node.js` becomes `node js`. Idempotent. Empty if the label has none of these characters.
 */
export function labelKey(label: string): string {
  return label.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(BETWEEN_WORDS, ' ').trim()
}

/** The id for a label that is not in the taxonomy. Labels without letters, such as emoji, keep distinct ids. */
export function unknownSkillId(label: string): string {
  return `~${labelKey(label) || label.trim()}`
}

/** Splits a key into words. `+` and `#` belong to a word at its end (`c++`) and separate words elsewhere (`excel+word`). */
export function wordsOf(key: string): string[] {
  return key.replace(SIGN_APART, '').match(WORD) ?? []
}
