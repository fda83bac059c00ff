import { message } from '../../../shared/messages/index.ts'
import { cellMessage, type Detail } from '../details.ts'
import { checkedDay, type Day, type DayOrMonth, daysIn, fullYear, isoDay, yearNote } from './calendar-day.ts'
import { plainSigns } from './cell-text.ts'
import { type DateParts, datePartsIn } from './date-parts.ts'
import { numericDay } from './numeric-dates.ts'
import { type Reading, type ReadingContext, read, readAsValue, shortened, unreadableAs } from './reading.ts'
import { seasonIn } from './terms.ts'

/** Reads a calendar day as ISO 8601. A month without a day is unreadable. */
export function readDay(cell: string, context: ReadingContext): Reading<string> {
  const found = dayIn(cell, context)
  if ('unreadable' in found) return found
  if ('month' in found) return unreadableAs('date_without_day', plainSigns(cell))
  return read(isoDay(found.day), ...found.notes)
}

/** Reads a day, or the last day of a month or term: `May 2028`, `Spring 2028`. For columns such as the day of graduation. */
export function readDayOrMonth(cell: string, context: ReadingContext): Reading<string> {
  const shown = plainSigns(cell)
  const season = seasonIn(shown, context)
  const found = season ?? dayIn(cell, context)
  if ('unreadable' in found) return TERM_CODE.test(shown) ? unreadableAs('term_code', shown) : found
  if ('day' in found) return read(isoDay(found.day), ...found.notes)
  const { year, month } = found.month
  const day = isoDay({ year, month, day: daysIn(year, month) })
  return read(day, ...found.notes, readAsValue(shown, day))
}

/** Codes whose meaning differs by school: `2278` of PeopleSoft, `202810` of Banner. */
const TERM_CODE = /^\d{4}(?:\d\d)?$/

/**
 * Reads when work began or ended: an instant or, without an offset, the time on local clocks, such as `2027-03-13T09:00:00`. Only
 * the work knows whose clocks these are, unless the row names a zone.
 */
export function readWorkTime(cell: string, context: ReadingContext): Reading<string> {
  const time = datePartsIn(cell)?.time ?? timeOfSerial(cell)
  if (!time || time.offset !== null) return readInstant(cell, context)
  const found = dayIn(cell, { ...context, timeZone: undefined })
  if ('unreadable' in found) return found
  if ('month' in found) return unreadableAs('date_without_day', plainSigns(cell))
  const notes = found.notes.filter((note) => note !== TIME_LEFT_OUT)
  return read(`${isoDay(found.day)}T${clock(time)}`, ...notes)
}

/** Reads an instant. Times without an offset are in the time zone of the row, or of the office. */
export function readInstant(cell: string, context: ReadingContext): Reading<string> {
  const found = dayIn(cell, { ...context, timeZone: undefined })
  if ('unreadable' in found) return found
  if ('month' in found) return unreadableAs('date_without_day', plainSigns(cell))
  const day = isoDay(found.day)
  const time = datePartsIn(cell)?.time ?? timeOfSerial(cell)
  const notes = found.notes.filter((note) => note !== TIME_LEFT_OUT)
  if (time && time.offset !== null) {
    const instant = Temporal.Instant.from(`${day}T${clock(time)}${time.offset}`)
    return read(instant.toString(), ...notes)
  }
  const zone = context.timeZone ?? 'UTC'
  const instant = Temporal.PlainDateTime.from(`${day}T${time ? clock(time) : '00:00:00'}`)
    .toZonedDateTime(zone)
    .toInstant()
  return read(
    instant.toString(),
    ...notes,
    time
      ? message('import_read_in_zone', { cell: shortened(plainSigns(cell)), zone })
      : message('import_read_as_beginning', { day, zone }),
  )
}

/**
 * Reads when a consent was recorded. Offices record consents on their own clocks, which a row about a student elsewhere
 * does not name.
 */
export function readConsentTime(cell: string, context: ReadingContext): Reading<string> {
  return readInstant(cell, { ...context, timeZone: context.consentTimeZone ?? context.timeZone })
}

function clock({ hour, minute, second }: { hour: number; minute: number; second: number }): string {
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
}

const TIME_LEFT_OUT = cellMessage('time_left_out')

function dayIn(cell: string, context: ReadingContext): DayOrMonth {
  const shown = plainSigns(cell)
  const serial = daySinceExcelBegan(shown)
  if (serial) return serial
  const parts = datePartsIn(cell)
  if (!parts) return unreadableAs('date', shown)
  const found = parts.month === null ? numericDay(parts, shown, context) : namedDay(parts, parts.month, shown)
  if (!('day' in found) || !parts.time) return found
  return toOfficeDay(found, parts.time, context.timeZone)
}

/** Converts a day with an offset to the office's day: midnight there may be written as the evening before in UTC. */
function toOfficeDay(
  { day, notes }: { day: Day; notes: Detail[] },
  time: NonNullable<DateParts['time']>,
  zone: string | undefined,
): DayOrMonth {
  const isMidnight = time.hour === 0 && time.minute === 0 && time.second === 0
  if (time.offset !== null && zone !== undefined) {
    const local = Temporal.Instant.from(`${isoDay(day)}T${clock(time)}${time.offset}`).toZonedDateTimeISO(
      zone,
    )
    const isLocalMidnight = local.hour === 0 && local.minute === 0 && local.second === 0
    const isOther = local.day !== day.day
    if (isLocalMidnight && isOther)
      return {
        day: { year: local.year, month: local.month, day: local.day },
        notes: [...notes, message('import_midnight', { day: local.toPlainDate().toString(), zone })],
      }
  }
  return { day, notes: isMidnight ? notes : [...notes, TIME_LEFT_OUT] }
}

/** Day 1 of Excel is 1900-01-01, and its calendar has a 29 February 1900. */
const EXCEL_EPOCH = '1899-12-30'
const SERIAL = /^(\d{5})(?:[.,](\d{1,12}))?$/
const FIRST_SERIAL = 25_569
const LAST_SERIAL = 73_050

function daySinceExcelBegan(text: string): DayOrMonth | null {
  const days = Number(SERIAL.exec(text)?.[1] ?? 0)
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null
  const { year, month, day } = Temporal.PlainDate.from(EXCEL_EPOCH).add({ days })
  return {
    day: { year, month, day },
    notes: [message('import_day_of_excel', { number: text, day: isoDay({ year, month, day }) })],
  }
}

function timeOfSerial(cell: string) {
  const fraction = SERIAL.exec(plainSigns(cell))?.[2]
  if (fraction === undefined) return null
  const seconds = Math.min(Math.round(Number(`0.${fraction}`) * 86_400), 86_399)
  return {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    offset: null,
  }
}

/** Reads a date with a named month: `14 May 2027`, `May 14, 2027`, `14-May-27`, `2027 May 14`, `May 2028`, `May '28`. */
function namedDay(parts: DateParts, month: number, shown: string): DayOrMonth {
  const { numbers, monthAt, hasYearMark } = parts
  const [first = '', second] = numbers
  if (numbers.length > 2 || first === '') return unreadableAs('date', shown)
  if (second === undefined) {
    if (first.length === 4) return { month: { year: Number(first), month }, notes: [] }
    if (first.length === 2 && (hasYearMark || Number(first) > 31))
      return { month: { year: fullYear(first), month }, notes: [yearNote(shown, first)] }
    return unreadableAs('date_incomplete', shown)
  }
  if (first.length === 4 && second.length <= 2)
    return checkedDay({ year: Number(first), month, day: Number(second) }, shown)
  if (first.length > 2) return unreadableAs('date', shown)
  if (second.length === 4) return checkedDay({ year: Number(second), month, day: Number(first) }, shown)
  // Excel shows dates as 14-May-27. If the month comes last, the year is unclear.
  if (second.length !== 2 || monthAt > 1) return unreadableAs('date_without_year', shown)
  const found = checkedDay({ year: fullYear(second), month, day: Number(first) }, shown)
  return 'day' in found ? { ...found, notes: [yearNote(shown, second)] } : found
}
