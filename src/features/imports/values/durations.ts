import { message } from '../../../shared/messages/index.ts'
import { foldedWords, plainSigns, withoutAccents } from './cell-text.ts'
import { hoursOfShift, hoursOfSpan } from './clock-spans.ts'
import { hoursInWords } from './hours-in-words.ts'
import { upToLastDigit } from './number-text.ts'
import { withDigits } from './number-words.ts'
import { settleAmount } from './numbers.ts'
import { noteOnQuantity, quantityIn, withFractions } from './quantities.ts'
import {
  isRead,
  type Reading,
  type ReadingContext,
  read,
  readAsValue,
  shortened,
  unreadableAs,
} from './reading.ts'

const CLOCK = /^(\d{1,2}) ?[:hu] ?([0-5]\d)(?::00)?$/
const HOURS_AND_MINUTES =
  /^(\d{1,2}) ?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ora|ore|u|uur|uren)\.?,? ?(?:and |und |y |et |e |en )?(\d{1,2}) ?(?:m|min|mins|minutes?|minuten?|minutos?|minut[ei]|'|′)\.?$/
const MINUTES = /^(\d{1,4}) ?(?:m|min|mins|minutes?|minuten?|minutos?|minut[ei]|'|′)\.?$/
/** As other programs export it: `PT1H30M`. */
const ISO = /^p(?:0d)?t(?:(\d{1,3}(?:[.,]\d{1,4})?)h)?(?:(\d{1,5}(?:[.,]\d{1,4})?)m)?(?:(\d{1,6})s)?$/
/** `0930` and `1030`: no day has as many hours. */
const CLOCK_WITHOUT_SIGN = /^([0-2]\d)([0-5]\d)$/
const UNITS = /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ora|ore|u|uur|uren)$/
const HALF_AN_HOUR = new Set(['mezzora', 'half uur'])
/** `1.5 and a half` is no sum that anybody means. */
const SIGN_IN_NUMBER = /\d[^\d\s]\d|^[^\p{L}\d]/u
const MINUTES_PER_HOUR = 60
/** Of a day. It decides `1.500`, which is no thousand hours. */
const MOST_HOURS = 24
const MAX_CHARS = 120

/**
 * Reads a duration in hours: `2.5`, `2,5 h`, `2½`, `2:30`, `2h30`, `45 min`, `PT1H30M`, `0930`, and the time between two
 * others: `9:00-12:30`. Two numbers that may be anything, such as `2-3`, are unreadable: nobody worked both.
 */
export function readDuration(cell: string, context: ReadingContext): Reading<number> {
  const text = plainSigns(withFractions(cell)).slice(0, MAX_CHARS)
  const span = hoursOfSpan(text)
  if (span !== null) return read(span, readAsValue(cell, lengthOf(span)))
  const [, hours, minutes] = CLOCK_WITHOUT_SIGN.exec(text) ?? []
  if (hours === undefined) return readLength(cell, context)
  const length = inHours(Number(hours) * MINUTES_PER_HOUR + Number(minutes))
  return read(length, readAsValue(cell, lengthOf(length)))
}

/** Reads the times of a shift, in which plain numbers are times of the day: `9-12`. A single length is read as such. */
export function readShift(cell: string, context: ReadingContext): Reading<number> {
  const span = hoursOfShift(plainSigns(withFractions(cell)).slice(0, MAX_CHARS))
  return span === null ? readDuration(cell, context) : read(span, readAsValue(cell, lengthOf(span)))
}

/** Larger numbers are minutes, not hours: `30`. */
const LONGEST_BREAK_HOURS = 4

/** Reads a break in minutes: `30`, `0:30`, `30 min`, `0.5`, `12:00-12:30`. */
export function readBreak(cell: string, context: ReadingContext): Reading<number> {
  const span = hoursOfSpan(plainSigns(cell).slice(0, MAX_CHARS))
  const length = span === null ? readLength(cell, context) : read(span)
  if (!isRead(length)) return unreadableAs('break', plainSigns(cell))
  const isInMinutes = span === null && length.value > LONGEST_BREAK_HOURS
  const minutes = Math.round(isInMinutes ? length.value : length.value * MINUTES_PER_HOUR)
  if (minutes === 0) return read(0)
  return read(minutes, message('import_break_taken_off', { minutes }))
}

/** Reads a length of time that is not written as two times of the day. */
function readLength(cell: string, context: ReadingContext): Reading<number> {
  const written = withoutAccents(withFractions(cell)).slice(0, MAX_CHARS).trim()
  const folded = foldedWords(written.replaceAll('&', ' and '))
  const inWords = HALF_AN_HOUR.has(folded) ? 0.5 : hoursInWords(folded)
  if (inWords !== null && !SIGN_IN_NUMBER.test(written)) return read(inWords)
  const text = withDigits(written)
  const [, hours, minutes] = CLOCK.exec(withoutUnit(text)) ?? HOURS_AND_MINUTES.exec(text) ?? []
  if (hours !== undefined) return read(inHours(Number(hours) * MINUTES_PER_HOUR + Number(minutes)))
  const [, alone] = MINUTES.exec(text) ?? []
  if (alone !== undefined)
    return read(inHours(Number(alone)), message('import_read_as_minutes', { cell: shortened(cell.trim()) }))
  const iso = ISO.exec(text)?.slice(1)
  if (iso?.some((part) => part !== undefined)) return read(hoursOfIso(iso))
  return readHours(withoutUnit(text), cell, context)
}

function readHours(text: string, cell: string, { decimal }: ReadingContext): Reading<number> {
  const found = quantityIn(text, decimal)
  if (!found || found.kind === 'range' || !['', '-'].includes(found.before) || found.after !== '')
    return unreadableAs('hours', plainSigns(cell))
  const amount = settleAmount(found.amount, text, { min: 0, max: MOST_HOURS })
  if ('unreadable' in amount) return unreadableAs('hours', plainSigns(cell))
  const value = found.before === '-' ? -amount.value : amount.value
  return read(value, noteOnQuantity(found.kind, cell, String(value)))
}

function hoursOfIso(parts: readonly (string | undefined)[]): number {
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number((part ?? '0').replace(',', '.')))
  return hours + minutes / MINUTES_PER_HOUR + seconds / MINUTES_PER_HOUR ** 2
}

function inHours(minutes: number): number {
  return minutes / MINUTES_PER_HOUR
}

/** Shows a length of time in any language: `9 h 30 min`. */
function lengthOf(hours: number): string {
  const minutes = Math.round(hours * MINUTES_PER_HOUR)
  const rest = minutes % MINUTES_PER_HOUR
  const whole = `${Math.floor(minutes / MINUTES_PER_HOUR)} h`
  return rest === 0 ? whole : `${whole} ${rest} min`
}

function withoutUnit(text: string): string {
  const number = upToLastDigit(text)
  return UNITS.test(foldedWords(text.slice(number.length))) ? number : text
}
