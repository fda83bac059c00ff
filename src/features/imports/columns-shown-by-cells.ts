import type { Column } from './columns/column.ts'
import { isAboutOthers } from './columns/header-forms.ts'
import { SHIFT_TIMES } from './columns/hours-in-row.ts'
import { answersForNonprofit, IS_NONPROFIT, namesNonprofits } from './columns/nonprofit-question.ts'
import { placeOfWorkIn } from './columns/place-of-work-in-row.ts'
import { placeColumns } from './columns/placed-columns.ts'
import { withShiftTimes } from './columns/shift-columns.ts'
import type { Headers } from './imports.table.ts'
import type { CsvHead, HeadOptions } from './read-csv.ts'
import type { CsvRecord } from './rows/records.ts'
import { foldedWords } from './values/cell-text.ts'
import { readEmail } from './values/emails.ts'
import { isRead } from './values/reading.ts'

interface Shown {
  /** First rows of the file. */
  first: readonly CsvRecord[]
  isKnownSkill(label: string): boolean
  options: HeadOptions
}

/**
 * Adds columns that the header does not name but the first rows reveal: a column per skill whose cells repeat the skill, a
 * column of logins that are e-mail addresses (if there is no e-mail column), a `Location` column that says `Remote` or
 * `On-site` in each row, a `Nonprofit` column of answers, and a `Shift` column of times.
 */
export function withColumnsShown(columns: readonly Column[], head: CsvHead, shown: Shown): CsvHead {
  const skilled = withTickedSkills(columns, head.headers, shown)
  const work = withPlacesOfWork(columns, withEmails(columns, skilled, shown), shown)
  const found = withShifts(columns, withNonprofits(columns, work, shown), shown)
  if (found.every((one, at) => one === head.headers[at])) return head
  return { headers: found, placed: placeColumns(columns, found, shown.options.defaults) }
}

function isFree({ header, column }: Headers[number], { columns }: HeadOptions): boolean {
  return column === null && header.trim() !== '' && !Object.hasOwn(columns, header.trim())
}

function cellsBelow(at: number, { first }: Shown): string[] {
  return first.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
}

function withTickedSkills(columns: readonly Column[], headers: Headers, shown: Shown): Headers {
  if (!columns.some(({ name }) => name === 'skills')) return headers
  const isTicked = (header: string, at: number) => {
    const cells = cellsBelow(at, shown)
    return cells.length > 0 && cells.every((cell) => foldedWords(cell) === foldedWords(header))
  }
  return headers.map((one, at) =>
    isFree(one, shown.options) && shown.isKnownSkill(one.header.trim()) && isTicked(one.header, at)
      ? { ...one, column: 'skills' }
      : one,
  )
}

/** Headers of logins, which may be e-mail addresses. For other headers an inspection only suggests this. */
const LOGIN =
  /\b(?:login|logon|user ?name|upn|principal name|account|sign in|usuario|identifiant|benutzername|anmeldename|utilizador)\b/

function withEmails(columns: readonly Column[], headers: Headers, shown: Shown): Headers {
  const isMissing =
    columns.some(({ name }) => name === 'email') && !headers.some(({ column }) => column === 'email')
  if (!isMissing || shown.options.defaults.email !== undefined) return headers
  const holdsEmails = (one: Headers[number], at: number) => {
    const isLogin = LOGIN.test(foldedWords(one.header.slice(0, 100)))
    if (!isLogin || !isFree(one, shown.options) || isAboutOthers(one.header)) return false
    const addresses = cellsBelow(at, shown).filter((cell) => cell.includes('@'))
    const others = cellsBelow(at, shown).length - addresses.length
    return addresses.length > others && addresses.every((cell) => isRead(readEmail(cell)))
  }
  const [found, ...more] = headers.filter(holdsEmails)
  if (!found || more.length > 0) return headers
  return headers.map((one) => (one === found ? { ...one, column: 'email' } : one))
}

function withPlacesOfWork(columns: readonly Column[], headers: Headers, shown: Shown): Headers {
  const isMissing =
    columns.some(({ name }) => name === 'modality') && !headers.some(({ column }) => column === 'modality')
  if (!isMissing) return headers
  return headers.map((one, at) => {
    if (one.column !== 'city' || Object.hasOwn(shown.options.columns, one.header.trim())) return one
    const cells = cellsBelow(at, shown)
    const isOfWork = cells.length > 0 && cells.every((cell) => placeOfWorkIn(cell) !== undefined)
    return isOfWork ? { ...one, column: 'modality' } : one
  })
}

/** Recognizes columns with a header for nonprofits whose cells are answers: `Nonprofit: yes`. */
function withNonprofits(columns: readonly Column[], headers: Headers, shown: Shown): Headers {
  if (!columns.some(({ name }) => name === IS_NONPROFIT)) return headers
  return headers.map((one, at) => {
    const isFixed = Object.hasOwn(shown.options.columns, one.header.trim())
    if (isFixed || one.column === IS_NONPROFIT || !namesNonprofits(one.header)) return one
    const cells = cellsBelow(at, shown)
    return cells.length > 0 && cells.every(answersForNonprofit) ? { ...one, column: IS_NONPROFIT } : one
  })
}

function withShifts(columns: readonly Column[], headers: Headers, shown: Shown): Headers {
  if (!columns.some(({ name }) => name === SHIFT_TIMES)) return headers
  return withShiftTimes(headers, {
    cellsBelow: (at) => cellsBelow(at, shown),
    isChosen: (header) => Object.hasOwn(shown.options.columns, header.trim()),
  })
}
