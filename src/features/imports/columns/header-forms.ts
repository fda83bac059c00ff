import { foldedWords } from '../values/cell-text.ts'
import { ABBREVIATIONS, ASKING, OTHERS, OWNERS, SAYING } from './header-fillers.ts'
import { qualifiers } from './header-qualifiers.ts'
import { withoutSystemNames } from './system-headers.ts'

/** One way in which a header may be in the index of headers. */
export interface HeaderForm {
  form: string
  /** The columns that it may stand for, if not any. */
  onlyFor?: ReadonlySet<string>
  /** The columns that it does not stand for. */
  notFor?: ReadonlySet<string>
  /** Of `Phone 2`. */
  number: number | null
}

const MAX_HEADER_CHARS = 200

/**
 * The forms of a header, from what it says to what is left of it: as written, without brackets and a prefix before a colon,
 * without what a system puts around the name of a field, in full words, without the words of a question, and without words
 * that only say which of several it is (`Current city`).
 */
export function formsOf(header: string): HeaderForm[] {
  // Student # is the number of the student.
  const text = header.slice(0, MAX_HEADER_CHARS).replaceAll('#', ' number ')
  const bare = withoutBrackets(text)
  const parts = bare.split(PREFIX).filter((part) => part.trim() !== '')
  const isOfOthers = parts.slice(0, -1).some(isAboutOthers)
  // `Preferred Name - First Name` is no legal name.
  const prefix = parts.slice(0, -1).some(isOfPreferred) ? 'preferred ' : ''
  const last = isOfOthers ? '' : `${prefix}${parts.at(-1) ?? ''}`
  const asWritten = [text, bare].flatMap(plainForms).map((form) => ({ form, number: null }))
  const asPart = plainForms(last).map((form) => ({ form, number: null }))
  // Of another person's details, and of a place of work, nothing may be left out.
  if (isOfOthers || isAboutOthers(spaced(text)) || isPlaceOfWork(spaced(text)))
    return [...asWritten, ...asPart]
  // The first day of studies is none of the internship.
  const notFor = parts.slice(0, -1).some(isOfStudies) ? { notFor: DAYS_OF_WORK } : {}
  const ofPart = [...asPart, ...reducedForms(last)].map((form) => ({ ...form, ...notFor }))
  return [...asWritten, ...reducedForms(bare), ...ofPart]
}

const DAYS_OF_WORK = new Set(['starts_on', 'ends_on'])

function isOfStudies(prefix: string): boolean {
  return /education|college|degree|enrol|estudio|etude|studium/i.test(prefix)
}

/** The forms under which a name of a column is found. The first are tried for all names before the next. */
export function indexFormsOf(words: string): string[] {
  const folded = foldedWords(words)
  const full = inFullWords(folded)
  // A column that numbers the rows is not the number of a student, and a bare date is no particular one.
  const forms = [packed(folded), withoutQuestion(folded), packed(full), withoutQuestion(full)]
  return forms.map((form) => (SAYS_TOO_LITTLE.has(form) && !(DAYS.has(form) && form === folded) ? '' : form))
}
const SAYS_TOO_LITTLE = new Set([
  'number',
  'numero',
  'nummer',
  'nr',
  'no',
  'n',
  'code',
  'date',
  'datum',
  'fecha',
])
const DAYS = new Set(['date', 'datum', 'fecha'])
export const MOST_INDEX_FORMS = 4

/** A header of whatever spelling in single full words: `CurrentState` and `SPRADDR_STAT_CODE` become `current state`. */
export function fullWordsOf(header: string): string {
  return inFullWords(foldedWords(elided(spaced(withoutSystemNames(header.slice(0, MAX_HEADER_CHARS))))))
}

/** The number at the end of a header, such as 2 of `Phone 2`, and what stands before it. */
export function numberIn(words: string): { words: string; number: number | null } {
  const [, before, number] = NUMBERED.exec(words) ?? []
  return before === undefined ? { words, number: null } : { words: before, number: Number(number) }
}

const NUMBERED = /^(\D+?) ?(\d{1,2})$/

function plainForms(text: string): string[] {
  const words = foldedWords(spaced(text))
  return [packed(words), packed(withoutOwners(words)), withoutQuestion(words)].filter((form) => form !== '')
}

/** `Votre numéro étudiant`: whose it is says nothing, but that it is a student's does. */
function withoutOwners(words: string): string {
  return wordsOf(words)
    .filter((word) => !OWNERS.has(word))
    .join(' ')
}

function reducedForms(text: string): HeaderForm[] {
  const whole = fullWordsOf(text)
  const numbered = numberIn(whole)
  const readings = numbered.number === null ? [numbered] : [{ words: whole, number: null }, numbered]
  return readings
    .flatMap(({ words, number }) => {
      const said = wordsOf(words).filter((word) => !ASKING.has(word) && !SAYING.has(word))
      const bare = qualifiers.flatMap(({ columns, levels }) => {
        const left = said.filter((word) => !levels.has(word))
        // A mobile is a phone: `Device mobile`.
        const [last] = left.length === 0 ? said.slice(-1) : []
        const form = last ?? left.join('')
        return left.length === said.length ? [] : [{ form, onlyFor: columns, number }]
      })
      return [
        { form: packed(words), number },
        { form: withoutQuestion(words), number },
        { form: said.join(''), number },
        ...bare,
      ]
    })
    .filter(({ form }) => form !== '')
}

function inFullWords(folded: string): string {
  return wordsOf(folded)
    .flatMap((word) => ABBREVIATIONS[word] ?? word)
    .filter((word) => word !== '')
    .join(' ')
}

const PREFIX = /:| - /

function isOfPreferred(prefix: string): boolean {
  return /preferred|chosen|goes by/i.test(prefix)
}

/** Whether words (`Emergency contact`) say that a header is about another person. */
export function isAboutOthers(text: string): boolean {
  return wordsOf(foldedWords(text)).some((word) => OTHERS.has(word))
}

const OF_WORK = new Set('work job internship placement preferred desired site'.split(' '))

function isPlaceOfWork(text: string): boolean {
  const words = wordsOf(foldedWords(text))
  return words.some((word) => /^locations?$/.test(word)) && words.some((word) => OF_WORK.has(word))
}

/** `firstName` is two words, and so is `XMLName`. */
function spaced(text: string): string {
  return text.replace(CAMEL, '$1 $2')
}

const CAMEL = /([a-z])([A-Z])/g

/** `l’adresse` is two words. */
function elided(text: string): string {
  return text.replace(ELIDED, '$1 ')
}

const ELIDED = /\b(l|d|qu|s|n|j|m|t|c|jusqu)['’ʼ](?=\p{L}{2})/giu

function withoutBrackets(text: string): string {
  const from = text.search(/[([]/)
  if (from < 0) return text
  const to = text.slice(from).search(/[)\]]/)
  return to < 0 ? text.slice(0, from) : `${text.slice(0, from)} ${text.slice(from + to + 1)}`
}

function withoutQuestion(words: string): string {
  return wordsOf(words)
    .filter((word) => !ASKING.has(word))
    .join('')
}

function wordsOf(words: string): string[] {
  return words.split(' ').filter((word) => word !== '')
}

export function packed(words: string): string {
  return words.replaceAll(' ', '')
}
