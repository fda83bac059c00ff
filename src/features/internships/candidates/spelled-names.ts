import { normalizeText } from '../../../shared/normalize-text.ts'

/** A text reduced to letters and digits, with the positions of other characters. */
export interface Spelling {
  letters: string
  /** 1 at each letter that does not directly follow another one, and after the last letter. */
  breaks: Uint8Array
}

const MARKS = /\p{M}/gu
const LETTER = /[\p{L}\p{N}]/u
/** Letters that Unicode does not decompose. */
const SIMPLE: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' },
}
/** Letters in the right order are no coincidence from this length on, whatever the spacing. */
const LONG_NAME = 8
/** An abbreviation, which would also be a word if its case were ignored: MIT. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u
const MAX_NAME_CHARS = 200

/** Checks the code first, since most letters are lower-case ASCII and the pattern is slow. */
function isLetter(character: string): boolean {
  const code = character.charCodeAt(0)
  return code >= 0x80 ? LETTER.test(character) : isSmallLetter(code)
}

/** Tells whether a code is a lower-case ASCII letter or a digit. */
function isSmallLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

const BEYOND_ASCII = /[\u0080-\uffff]/
const NO_LETTERS = /[^a-z0-9]+/g

/** Reads a text letter by letter, without case and accents. */
export function spellingOf(text: string): Spelling {
  return BEYOND_ASCII.test(text) ? spellingOfAny(text) : spellingOfAscii(text.toLowerCase())
}

/** Reads plain texts, which most are, several times faster. */
function spellingOfAscii(text: string): Spelling {
  const breaks = new Uint8Array(text.length + 1)
  let length = 0
  let isBreak = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isSmallLetter(code)) {
      breaks[length++] = isBreak
      isBreak = 0
    } else isBreak = 1
  }
  breaks[length] = 1
  return { letters: text.replace(NO_LETTERS, ''), breaks }
}

function spellingOfAny(text: string): Spelling {
  let letters = ''
  const breaks = new Uint8Array(2 * text.length + 2)
  let isBreak = 1
  for (const character of normalizeText(text, 'NFKD').replace(MARKS, '').toLowerCase()) {
    if (!isLetter(character)) {
      isBreak = 1
      continue
    }
    const added = SIMPLE[character] ?? character
    if (letters.length + added.length >= breaks.length) break
    breaks[letters.length] = isBreak
    letters += added
    isBreak = 0
  }
  breaks[letters.length] = 1
  return { letters, breaks }
}

/** Tells whether a text contains a person's name, in either order and however spaced, accented or joined. */
export function holdsPersonName(text: Spelling, name: string): boolean {
  if (name !== latest.name) latest = { name, orders: ordersOf(name) }
  return latest.orders.some((order) => holdsWords(text, order))
}

/** Caches the last name, because all texts of one person are checked in sequence. */
let latest: { name: string; orders: readonly (readonly string[])[] } = { name: '', orders: [] }

/** Returns the orders in which people write the words of a name. */
function ordersOf(name: string): string[][] {
  const words = wordsOf(name)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return []
  if (words.length === 1) return [words]
  return [words, [last, ...words.slice(0, -1)], [first, last], [last, first]]
}

/** Tells whether a text contains the name of a school. An abbreviation counts only as written. */
export function holdsSchoolName(plain: string, text: Spelling, school: string): boolean {
  const name = school.slice(0, MAX_NAME_CHARS).trim()
  if (ABBREVIATION.test(name)) return plain.split(/[^\p{L}\p{N}]/u).includes(name)
  if (name !== latestSchool.name) latestSchool = { name, words: wordsOf(name) }
  const { words } = latestSchool
  return holdsWords(text, words) || (words[0] === 'the' && holdsWords(text, words.slice(1)))
}

/** Caches the last school, because the candidates of one import share it. */
let latestSchool: { name: string; words: readonly string[] } = { name: '', words: [] }

function wordsOf(name: string): string[] {
  const { letters, breaks } = spellingOf(name.slice(0, MAX_NAME_CHARS))
  const words: string[] = []
  for (let at = 0, from = 0; at < letters.length; ) {
    at += 1
    if (breaks[at] !== 1) continue
    words.push(letters.slice(from, at))
    from = at
  }
  return words
}

function holdsWords({ letters, breaks }: Spelling, words: readonly string[]): boolean {
  const name = words.join('')
  if (name === '') return false
  for (let at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) {
    const isWhole = breaks[at] === 1 && breaks[at + name.length] === 1
    if (isWhole && (name.length >= LONG_NAME || isSpacedAs(breaks.subarray(at, at + name.length), words)))
      return true
  }
  return false
}

/** Tells whether the spaces are between the words, between all letters, or nowhere. */
function isSpacedAs(breaks: Uint8Array, words: readonly string[]): boolean {
  const inner = breaks.subarray(1)
  if (inner.every((isBreak) => isBreak === 1) || inner.every((isBreak) => isBreak === 0)) return true
  const begins = new Set<number>()
  for (let at = 0, word = 0; word < words.length; word++) {
    begins.add(at)
    at += words[word]?.length ?? 0
  }
  return inner.every((isBreak, at) => (isBreak === 1) === begins.has(at + 1))
}
