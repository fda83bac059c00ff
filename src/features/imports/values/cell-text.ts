import { normalizeText } from '../../../shared/normalize-text.ts'

/** Spaces of all widths and invisible characters: byte order marks, zero-width, direction and filler characters. */
const UNSEEN = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const MARKS = /\p{M}/gu
const SPACES = /[\s\u200b\ufeff]+/g
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g

/** Removes spaces and invisible characters at both ends. */
export function trimUnseen(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isUnseen(text, from)) from++
  while (to > from && isUnseen(text, to - 1)) to--
  return text.slice(from, to)
}

/** Checks the code first, since most cells begin and end with ASCII and the pattern is slow. */
function isUnseen(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return !(code > 0x20 && code < 0x7f) && UNSEEN.test(text.charAt(at))
}

/** ASCII characters that have no other form, with single spaces between them. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/

/** Converts digits, dashes, apostrophes and spaces to the plain forms that readers of numbers and dates expect. */
export function plainSigns(text: string): string {
  if (PLAIN.test(text)) return text
  return trimUnseen(
    normalizeText(text, 'NFKC').replace(DASHES, '-').replace(APOSTROPHES, "'").replace(SPACES, ' '),
  )
}

/** Converts to lower case without accents: `Présentiel` becomes `presentiel`. Keeps punctuation. */
export function withoutAccents(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return normalizeText(plainSigns(text).toLowerCase(), 'NFKD').replace(MARKS, '').replaceAll('ß', 'ss')
}

const NOT_IN_WORDS = /[^\p{L}\p{N}]+/gu

/** Converts to lower case without accents and punctuation, with single spaces: `On-site.` becomes `on site`. */
export function foldedWords(text: string): string {
  return withoutAccents(text).replaceAll("'", '').replace(NOT_IN_WORDS, ' ').trim()
}
