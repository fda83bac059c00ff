import { message, type unreadKinds } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'

/**
 * What a cell says: its value, with notes on what was changed or left out; or why it can't be read. Notes and reasons are
 * sentences for the office's staff. A reason names a right example, as it would stand in a spreadsheet.
 */
export type Reading<T> = { value: T; notes: Detail[] } | Unreadable

export interface Unreadable {
  unreadable: Detail[]
}

/** What is known of a file, or of a row, before its cells are read. */
export interface ReadingContext {
  /** ISO 3166-1 alpha-2: the row's own country if it names one, otherwise the office's. */
  country?: string | undefined
  /** The order of day, month and year in numeric dates. */
  dateFormat?: DateFormat | undefined
  /** The sign before the decimals of a number. */
  decimal?: DecimalSign | undefined
  /** IANA name of the office's time zone. */
  timeZone?: string | undefined
  /** Whether the label names a skill of the catalogue. */
  isKnownSkill?: ((label: string) => boolean) | undefined
}

export type DateFormat = 'dmy' | 'mdy' | 'ymd'
export type DecimalSign = ',' | '.'

/** A value, with the notes that are not null. */
export function read<T>(value: T, ...notes: (Detail | null)[]): { value: T; notes: Detail[] } {
  return { value, notes: notes.filter((note) => note !== null) }
}

export function unreadable(...reasons: Detail[]): Unreadable {
  return { unreadable: reasons }
}

/** The reason that a cell is no such thing. */
export function unread(as: (typeof unreadKinds)[number], cell: string): Unreadable {
  return unreadable(message('import_unread', { cell: shortened(cell), as }))
}

export function isRead<T>(reading: Reading<T>): reading is { value: T; notes: Detail[] } {
  return 'value' in reading
}

/** The same reading with another value, or the same reason. */
export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return isRead(reading) ? { ...reading, value: change(reading.value) } : reading
}

const MAX_QUOTED_CHARS = 60

/** A cell's content, short enough to be quoted. */
export function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 4 * MAX_QUOTED_CHARS))
  const isWhole = characters.length <= MAX_QUOTED_CHARS && text.length <= 4 * MAX_QUOTED_CHARS
  const shown = isWhole ? text : `${characters.slice(0, MAX_QUOTED_CHARS).join('')}…`
  return shown.replace(LINE_BREAKS, ' ').toWellFormed()
}

const LINE_BREAKS = /[\r\n]+/g

/** What a cell was read as, in the form of the API. `country` decided it. */
export function readAsValue(cell: string, value: string, country: string | null = null): Detail {
  return message('import_read_as', { cell: shortened(cell), value, country })
}
