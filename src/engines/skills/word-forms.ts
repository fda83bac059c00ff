import { stemmer } from '@orama/stemmers/english'
import { itemAt } from '../../shared/item-at.ts'

const PLAIN_ENDINGS = new Set(['', 's', 'e', 'es', 'y', 'ies'])
const ACTIVE_ENDINGS = new Set(['ing', 'ings', 'er', 'ers', 'ed'])
/** Longer words are not English, and stemming them takes long. */
const ENGLISH_WORD = /^[a-z]{5,64}$/
/** Stemming takes most of the time of resolving a label, and sees the same words again and again. */
const MAX_CACHED_WORDS = 20_000

/** Words without meaning of their own. `it` is missing on purpose: IT is a field of work. */
const JOINING_WORDS = new Set(
  'a an the of for and or to in on at with by from our my your their his her its this that as'.split(' '),
)

/** Words of a request that do not distinguish skills: "please help us find someone who …". */
export const REQUEST_WORDS: ReadonlySet<string> = new Set(
  `need needs needed help helping please we us i you me want wants wanted looking look find finding someone
  somebody person people who can could would like able do doing does done is are be some any all get getting
  good great experience experienced skill skills ability knowledge work working basic advanced urgently asap
  assistance`.split(/\s+/),
)

/**
 * Removes the inflection of a word: `designing`, `designs` and `designer` become `design`. Porter's stem is used only
 * if it removed an inflection, because it also joins different words, such as `animal` and `animation`. Otherwise only
 * the plural ending is removed.
 */
export function rootOf(word: string): string {
  const stem = inflectionStem(word)
  return stem ? stem.stem : singular(word)
}

/** Normalizes a one-word label: `trainer` becomes `training`, but `trains` does not. */
export function loneForm(word: string): string {
  const stem = inflectionStem(word)
  return stem?.active ? `${stem.stem}-ing` : singular(word)
}

/**
 * Normalizes a label so that its inflections are equal, without joining words: `keeping the books` and `keep our
 * books` have the same signature. One-word labels are stricter, see `loneForm`.
 */
export function signatureOf(words: readonly string[]): string {
  const content = contentWords(words)
  return content.length === 1 ? loneForm(itemAt(content, 0)) : content.map(rootOf).join(' ')
}

/** Returns the words with meaning, or all words if none would be left. */
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

/** Harman's S-stemmer: removes the plural ending of words with more than three letters. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || !/^[a-z]+$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[sui]s$/.test(word) ? word : word.slice(0, -1)
}

/** Irregular forms of verbs used in labels, as in `doing the books`. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `bought:buy built:build did:do does:do done:do drawn:draw drew:draw driven:drive drove:drive fed:feed found:find
  gave:give given:give grew:grow grown:grow held:hold kept:keep led:lead lent:lend made:make met:meet paid:pay
  ran:run rode:ride sang:sing sent:send sewn:sew shot:shoot sold:sell sought:seek spoke:speak spoken:speak
  sung:sing swam:swim swept:sweep swum:swim taken:take taught:teach threw:throw told:tell took:take wove:weave
  woven:weave written:write wrote:write`
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
)

/** `kept` becomes `keep`. Other words stay as they are. */
export function presentOf(word: string): string {
  return IRREGULAR.get(word) ?? word
}

interface InflectionStem {
  stem: string
  active: boolean
}

const cached = new Map<string, InflectionStem | undefined>()

function inflectionStem(word: string): InflectionStem | undefined {
  if (!ENGLISH_WORD.test(word)) return undefined
  const known = cached.get(word)
  if (known || cached.has(word)) return known
  if (cached.size >= MAX_CACHED_WORDS) cached.clear()
  const found = findInflectionStem(word)
  cached.set(word, found)
  return found
}

function findInflectionStem(word: string): InflectionStem | undefined {
  const stem = stemmer(word)
  const base = stem.replace(/[ei]$/, '')
  if (base.length < 3 || !word.startsWith(base)) return undefined
  const ending = word.slice(base.length)
  const undoubled = ending.startsWith(base.slice(-1)) ? ending.slice(1) : ending
  if (PLAIN_ENDINGS.has(ending)) return { stem, active: false }
  if (ACTIVE_ENDINGS.has(ending) || ACTIVE_ENDINGS.has(undoubled)) return { stem, active: true }
  return undefined
}
