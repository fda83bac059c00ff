import { foldedWords } from '../values/cell-text.ts'
import { ABBREVIATIONS, OTHER_PEOPLE, POSSESSIVES, QUESTION_VERBS, QUESTION_WORDS } from './header-fillers.ts'
import { qualifiers } from './header-qualifiers.ts'
import { withoutSystemNames } from './system-headers.ts'

/** A form under which a header is looked up in the index of headers. */
export interface HeaderForm {
  form: string
  /** Columns that the form may stand for; any if undefined. */
  onlyFor?: ReadonlySet<string>
  /** Columns that the form does not stand for. */
  notFor?: ReadonlySet<string>
  /** Number at the end of the header: 2 of `Phone 2`. */
  number: number | null
}

const MAX_HEADER_CHARS = 200

/**
 * Returns the forms of a header, from the fullest to the shortest: as written; without brackets and without a prefix before
 * a colon; without what a system adds to the name of a field; in full words; without the words of a question; and without
 * words that only say which of several values is meant (`Current city`).
 */
export function formsOf(header: string): HeaderForm[] {
  // `Student #` is the number of the student.
  const text = header.slice(0, MAX_HEADER_CHARS).replaceAll('#', ' number ')
  const bare = withoutBrackets(text)
  const parts = bare.split(PREFIX).filter((part) => part.trim() !== '')
  const isOfOthers = parts.slice(0, -1).some(isAboutOthers)
  // `Preferred Name - First Name` is not the legal name.
  const prefix = parts.slice(0, -1).some(isOfPreferred) ? 'preferred ' : ''
  const last = isOfOthers ? '' : `${prefix}${parts.at(-1) ?? ''}`
  const asWritten = [text, bare].flatMap(plainForms).map((form) => ({ form, number: null }))
  const asPart = plainForms(last).map((form) => ({ form, number: null }))
  // Nothing may be left out of headers about other people's details or places of work.
  if (isOfOthers || isAboutOthers(splitCamelCase(text)) || isPlaceOfWork(splitCamelCase(text)))
    return [...asWritten, ...asPart]
  // The first day of studies is not that of the internship.
  const notFor = parts.slice(0, -1).some(isOfStudies) ? { notFor: DAYS_OF_WORK } : {}
  const ofPart = [...asPart, ...reducedForms(last)].map((form) => ({ ...form, ...notFor }))
  return [...asWritten, ...reducedForms(bare), ...ofPart]
}

const DAYS_OF_WORK = new Set(['starts_on', 'ends_on'])

function isOfStudies(prefix: string): boolean {
  return /education|college|degree|enrol|estudio|etude|studium/i.test(prefix)
}

/** Returns the forms under which a column's name is indexed. Each form is tried for all names before the next form. */
export function indexFormsOf(words: string): string[] {
  const folded = foldedWords(words)
  const full = inFullWords(folded)
  // A column that numbers the rows does not hold student numbers, and a plain date could be any date.
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

/** Splits a header into lower-case full words: `CurrentState` and `SPRADDR_STAT_CODE` become `current state`. */
export function fullWordsOf(header: string): string {
  return inFullWords(
    foldedWords(splitElisions(splitCamelCase(withoutSystemNames(header.slice(0, MAX_HEADER_CHARS))))),
  )
}

/** Splits off the number at the end of a header: 2 of `Phone 2`. */
export function numberIn(words: string): { words: string; number: number | null } {
  const [, before, number] = NUMBERED.exec(words) ?? []
  return before === undefined ? { words, number: null } : { words: before, number: Number(number) }
}

const NUMBERED = /^(\D+?) ?(\d{1,2})$/

function plainForms(text: string): string[] {
  const words = foldedWords(splitCamelCase(text))
  return [packed(words), packed(withoutOwners(words)), withoutQuestion(words)].filter((form) => form !== '')
}

/** Removes possessives. `Votre numéro étudiant`: `votre` says nothing, but `étudiant` does. */
function withoutOwners(words: string): string {
  return wordsOf(words)
    .filter((word) => !POSSESSIVES.has(word))
    .join(' ')
}

function reducedForms(text: string): HeaderForm[] {
  const whole = fullWordsOf(text)
  const numbered = numberIn(whole)
  const readings = numbered.number === null ? [numbered] : [{ words: whole, number: null }, numbered]
  return readings
    .flatMap(({ words, number }) => {
      const said = wordsOf(words).filter((word) => !QUESTION_WORDS.has(word) && !QUESTION_VERBS.has(word))
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

/** Tells whether a text is about another person: `Emergency contact`. */
export function isAboutOthers(text: string): boolean {
  return wordsOf(foldedWords(text)).some((word) => OTHER_PEOPLE.has(word))
}

const OF_WORK = new Set('work job internship placement preferred desired site'.split(' '))

function isPlaceOfWork(text: string): boolean {
  const words = wordsOf(foldedWords(text))
  return words.some((word) => /^locations?$/.test(word)) && words.some((word) => OF_WORK.has(word))
}

/** Separates the words of `firstName` and `XMLName`. */
function splitCamelCase(text: string): string {
  return text.replace(CAMEL, '$1 $2')
}

const CAMEL = /([a-z])([A-Z])/g

/** Separates the words of `l’adresse`. */
function splitElisions(text: string): string {
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
    .filter((word) => !QUESTION_WORDS.has(word))
    .join('')
}

function wordsOf(words: string): string[] {
  return words.split(' ').filter((word) => word !== '')
}

export function packed(words: string): string {
  return words.replaceAll(' ', '')
}
