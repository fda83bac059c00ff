import { normalizeText } from '../normalize-text.ts'

/** Letters that Unicode normalization does not decompose. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** Most names only need lower case, and there are many: `platform/places` folds all cities of the world. */
const PLAIN_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/**
 * Folds the name of a place: lower case, without accents and apostrophes; other punctuation becomes one
 * space.
 */
export function foldPlace(name: string): string {
  if (PLAIN_NAME.test(name)) return name.toLowerCase()
  return normalizeText(name, 'NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʻʼ`]/g, '')
    .replace(/[ßæœøłđı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}
