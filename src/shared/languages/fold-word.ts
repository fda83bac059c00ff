const MARKS = /[\u0300-\u036f]/g
const PLAIN = /^[a-z0-9]*$/

/** Returns a word in lower case without accents, as words are compared. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word
  return word.normalize('NFKD').replace(MARKS, '').normalize('NFC').replaceAll('ß', 'ss')
}
