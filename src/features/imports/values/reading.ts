import { message, type unreadKinds } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'

/**
 * The value of a cell, with notes on what was changed or left out; or why it can't be read. Notes and reasons are sentences
 * for the office's staff. A reason gives a correct example, as it would be in a spreadsheet.
 */
export type Reading<T> = { value: T; notes: Detail[] } | Unreadable

export interface Unreadable {
  unreadable: Detail[]
}

/** What is known about a file or row before its cells are read. */
export interface ReadingContext {
  /** ISO 3166-1 alpha-2: the row's own country if it names one, otherwise the office's. */
  country?: string | undefined
  /** The order of day, month and year in numeric dates. */
  dateFormat?: DateFormat | undefined
  /** Decimal sign of numbers. */
  decimal?: DecimalSign | undefined
  /** IANA name of the office's time zone. */
  timeZone?: string | undefined
  /** IANA name of the zone of consent times, if it is not `timeZone`. */
  consentTimeZone?: string | undefined
  /** Tells whether a label names a skill of the catalogue. */
  isKnownSkill?: ((label: string) => boolean) | undefined
}

export type DateFormat = 'dmy' | 'mdy' | 'ymd'
export type DecimalSign = ',' | '.'

/** Returns a reading with this value and the notes that are not null. */
export function read<T>(value: T, ...notes: (Detail | null)[]): { value: T; notes: Detail[] } {
  return { value, notes: notes.filter((note) => note !== null) }
}

export function unreadable(...reasons: Detail[]): Unreadable {
  return { unreadable: reasons }
}

/** Returns a reading of a cell that is not of this kind, with the reason. */
export function unreadableAs(as: (typeof unreadKinds)[number], cell: string): Unreadable {
  return unreadable(message('import_unread', { cell: shortened(cell), as }))
}

export function isRead<T>(reading: Reading<T>): reading is { value: T; notes: Detail[] } {
  return 'value' in reading
}

/** Changes the value of a reading. Keeps the reason if it is unreadable. */
export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return isRead(reading) ? { ...reading, value: change(reading.value) } : reading
}

const MAX_QUOTED_CHARS = 60

/** Shortens a cell's content so that it can be quoted. */
export function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 4 * MAX_QUOTED_CHARS))
  const isWhole = characters.length <= MAX_QUOTED_CHARS && text.length <= 4 * MAX_QUOTED_CHARS
  const shown = isWhole ? text : `${characters.slice(0, MAX_QUOTED_CHARS).join('')}…`
  return shown.replace(LINE_BREAKS, ' ').toWellFormed()
}

const LINE_BREAKS = /[\r\n]+/g

/** Returns a note on the value that a cell was read as, in the form of the API. `country` decided it, if given. */
export function readAsValue(cell: string, value: string, country: string | null = null): Detail {
  return message('import_read_as', { cell: shortened(cell), value, country })
}
