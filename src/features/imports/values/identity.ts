import { message } from '../../../shared/messages/index.ts'
import { cellMessage } from '../details.ts'
import { trimUnseen } from './cell-text.ts'
import { type Reading, read, shortened, unreadable } from './reading.ts'

const KEPT_AS_TEXT = /^['\u2018\u2019`]+([\d=].*)$/
/** Quotation marks that a program doubled around a cell. */
const QUOTED = /^["“”]([^"“”]+)["“”]$/
const FORMULA = /^="([^"]*)"$/
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{1,3}$/
const DECIMAL_ZEROS = /^(\d+)\.0+$/
/** What spreadsheets turn keys such as 3-4 into: `4-Mar`, `Mar-04`. */
const DAY_AND_MONTH =
  /^(?:\d{1,2}[-. ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[-. ]\d{2})$/

/**
 * Reads the key of a record. Removes what spreadsheets need to keep a key as text: `'00123` and `="00123"` become `00123`.
 */
export function readIdentity(cell: string): Reading<string> {
  const given = trimUnseen(cell)
  const key = trimUnseen(withoutMarks(given))
  if (key === '') return unreadable(cellMessage('id_empty'))
  if (isShortenedNumber(key)) return read(key, message('import_number_shortened', { what: 'id', text: key }))
  const whole = DECIMAL_ZEROS.exec(key)?.[1]
  if (whole !== undefined) return read(whole, message('import_id_was_number', { cell: key, id: whole }))
  const isDate = DAY_AND_MONTH.test(key)
  return read(key, isDate ? message('import_id_was_date', { cell: shortened(key) }) : null)
}

/** Tells whether a spreadsheet shortened a longer number to this key: `1E+11`. Other records may have the same key. */
export function isShortenedNumber(key: string): boolean {
  return SCIENTIFIC.test(key)
}

/** Some learning platforms write `#` before each id, so that spreadsheets keep it. */
const MARKED = /^#+([\p{L}\p{N}].*)$/u

function withoutMarks(given: string): string {
  const text = MARKED.exec(given)?.[1] ?? given
  const unquoted = QUOTED.exec(text)?.[1] ?? text
  const unmarked = KEPT_AS_TEXT.exec(unquoted)?.[1] ?? unquoted
  return FORMULA.exec(unmarked)?.[1] ?? unmarked
}

const LEADING_ZEROS = /^0+(\d)/

/**
 * Returns the form that ids share if a person or spreadsheet may have changed one into the other. It ignores case, spaces,
 * dashes and leading zeros.
 */
export function comparableId(id: string): string {
  return plainForm(id).replace(LEADING_ZEROS, '$1')
}

const SEPARATORS = /[\s\u200b\ufeff_\u2010-\u2015-]+/g
const DIGIT = /\d/

/** Removes spaces and dashes, except dashes between digits: 3-4 is not 34. */
function plainForm(id: string): string {
  const form = trimUnseen(id.normalize('NFKC')).toLowerCase()
  return form.replace(SEPARATORS, (found, at: number) => {
    const isBetweenDigits = DIGIT.test(form.charAt(at - 1)) && DIGIT.test(form.charAt(at + found.length))
    return isBetweenDigits && found.trim() !== '' ? '-' : ''
  })
}

/** Tells how two ids that look alike differ. */
export function differenceOfIds(one: string, other: string): 'signs' | 'zeros' {
  return plainForm(one) === plainForm(other) ? 'signs' : 'zeros'
}

/** Tells whether two different ids may be the same one: `123` and `00123`, `DUP-1` and `dup 1`. */
export function mayBeSameId(one: string, other: string): boolean {
  return one !== other && comparableId(one) === comparableId(other)
}
