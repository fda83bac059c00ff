/** Accents that are written over Latin, Greek and Cyrillic letters once a text is decomposed. */
const ACCENTS = /[\u0300-\u036f]/g
/** Vowel signs belong to a word in scripts such as Devanagari or Thai; an emoji's variation selector does not. */
const BETWEEN_WORDS = /[^[[\p{L}\p{N}\p{Mn}\p{Mc}]--\p{Variation_Selector}]+#]+/gv
const WORD = /[^+#\s]+(?:[+#]+(?=\s|$))?/g
/** "C #" and "C ++": a sign that stands apart from its one- or two-letter name. */
const SIGN_APART = /(?<=(?:^|\s)\S{1,2})\s+(?=[+#]+(?:\s|$))/g

/**
 * The form in which two spellings of one label are equal: compatibility-decomposed, without accents, lower
 * case, every run of other characters than letters, digits, `+` and `#` made one space. So `C`, `C++` and `C#`
 * stay apart, and `Node.js` is `node js`. Idempotent; empty where a label has none of these characters.
 */
export function labelKey(label: string): string {
  return label.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(BETWEEN_WORDS, ' ').trim()
}

/** The id of a label that no taxonomy knows; labels of signs alone, such as emoji, stay apart from each other. */
export function unknownSkillId(label: string): string {
  return `~${labelKey(label) || label.trim()}`
}

/** The words of a key. `+` and `#` count at a word's end (`c++`), and part words elsewhere (`excel+word`). */
export function wordsOf(key: string): string[] {
  return key.replace(SIGN_APART, '').match(WORD) ?? []
}
