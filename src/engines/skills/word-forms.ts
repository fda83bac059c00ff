import { stemmer } from '@orama/stemmers/english'
import { itemAt } from '../../shared/item-at.ts'

const PLAIN_ENDINGS = new Set(['', 's', 'e', 'es', 'y', 'ies'])
const ACTIVE_ENDINGS = new Set(['ing', 'ings', 'er', 'ers', 'ed'])
const LETTERS = /^[a-z]{5,}$/

/** Words that join others and say nothing themselves. `it` is missing on purpose: it is a field of work. */
const JOINING_WORDS = new Set(
  'a an the of for and or to in on at with by from our my your their his her its this that as'.split(' '),
)

/** Words of a request, which do not tell one skill from another: "please help us find someone who …". */
export const REQUEST_WORDS: ReadonlySet<string> = new Set(
  `need needs needed help helping please we us i you me want wants wanted looking look find finding someone
  somebody person people who can could would like able do doing does done is are be some any all get getting
  good great experience experienced skill skills ability knowledge work working basic advanced urgently asap
  assistance`.split(/\s+/),
)

/**
 * A word without its inflection: `designing`, `designs` and `designer` become `design`. Porter's stem counts
 * only where it took away an inflection, because it also joins words that are not the same, such as `animal`
 * and `animation`; elsewhere only the plural is taken off.
 */
export function rootOf(word: string): string {
  const stem = inflectionStem(word)
  return stem ? stem.stem : singular(word)
}

/** The form under which a word that stands alone is known: `trainer` is `training`, but `trains` is not. */
export function loneForm(word: string): string {
  const stem = inflectionStem(word)
  return stem?.active ? `${stem.stem}-ing` : singular(word)
}

/**
 * The form in which a label's inflections are equal, joining words left out: `keeping the books` and
 * `keep our books` are one. A label of one word is stricter, see `loneForm`.
 */
export function signatureOf(words: readonly string[]): string {
  const content = contentWords(words)
  return content.length === 1 ? loneForm(itemAt(content, 0)) : content.map(rootOf).join(' ')
}

/** The words that carry the meaning; all of them where none would be left. */
export function contentWords(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !JOINING_WORDS.has(word))
  return content.length > 0 ? content : words
}

export function isJoiningWord(word: string): boolean {
  return JOINING_WORDS.has(word)
}

export function isRequestWord(word: string): boolean {
  return REQUEST_WORDS.has(word)
}

/** Harman's S-stemmer: the plural's ending is taken off, in words of more than three letters. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || !/^[a-z]+$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[sui]s$/.test(word) ? word : word.slice(0, -1)
}

function inflectionStem(word: string): { stem: string; active: boolean } | undefined {
  if (!LETTERS.test(word)) return undefined
  const stem = stemmer(word)
  const base = stem.replace(/[ei]$/, '')
  if (base.length < 3 || !word.startsWith(base)) return undefined
  const ending = word.slice(base.length)
  const undoubled = ending.startsWith(base.slice(-1)) ? ending.slice(1) : ending
  if (PLAIN_ENDINGS.has(ending)) return { stem, active: false }
  if (ACTIVE_ENDINGS.has(ending) || ACTIVE_ENDINGS.has(undoubled)) return { stem, active: true }
  return undefined
}
