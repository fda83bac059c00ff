import { message } from '../../../shared/messages/index.ts'
import {
  checkedDay,
  type Day,
  type DayOrMonth,
  fullYear,
  isDay,
  isoDay,
  isYear,
  yearNote,
} from './calendar-day.ts'
import { plainSigns } from './cell-text.ts'
import type { DateParts } from './date-parts.ts'
import { type DateFormat, type ReadingContext, shortened, unreadable, unreadableAs } from './reading.ts'

/** Reads a date of numbers only. */
export function numericDay(parts: DateParts, shown: string, context: ReadingContext): DayOrMonth {
  const { numbers } = parts
  const [first = '', second = '', third = ''] = numbers
  if (numbers.length === 1) return singleNumber(first, shown)
  if (numbers.length === 2) return numericMonth(first, second, shown)
  if (numbers.length > 3 || parts.separator === null || parts.separator === ',')
    return unreadableAs('date', shown)
  if (first.length === 4)
    return checkedDay({ year: Number(first), month: Number(second), day: Number(third) }, shown)
  if (first.length > 2 || second.length > 2 || third.length === 3 || third.length > 4 || third.length === 1)
    return unreadableAs('date', shown)
  return dayInAnyOrder([first, second, third], parts.separator, shown, context)
}

function singleNumber(number: string, shown: string): DayOrMonth {
  if (number.length === 8 && isYear(Number(number.slice(0, 4))))
    return checkedDay(
      { year: Number(number.slice(0, 4)), month: Number(number.slice(4, 6)), day: Number(number.slice(6)) },
      shown,
    )
  if (number.length === 4 && isYear(Number(number)))
    return { month: { year: Number(number), month: 6 }, notes: [] }
  return unreadableAs('date', shown)
}

function numericMonth(first: string, second: string, shown: string): DayOrMonth {
  const [year, month] = first.length === 4 ? [first, second] : [second, first]
  const isMonth = month.length <= 2 && Number(month) >= 1 && Number(month) <= 12
  if (year.length !== 4 || !isMonth || !isYear(Number(year))) return unreadableAs('date_incomplete', shown)
  return { month: { year: Number(year), month: Number(month) }, notes: [] }
}

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/

/** Returns the only possible order of a numeric date: `13/11/2026` is day first. Null if several or none are possible. */
export function numericOrderOf(cell: string): { order: 'dmy' | 'mdy'; separator: string } | null {
  const [, first, separator = '', second, year] = NUMERIC.exec(plainSigns(cell)) ?? []
  // 28-11-13 may begin with the year.
  if (separator === '-' && year?.length === 2) return null
  const [one, other] = [Number(first), Number(second)]
  if (one > 12 && one <= 31 && other >= 1 && other <= 12) return { order: 'dmy', separator }
  if (other > 12 && other <= 31 && one >= 1 && one <= 12) return { order: 'mdy', separator }
  return null
}

/** Returns the separator of a numeric date that could have several orders. */
export function numericSeparatorIn(cell: string): string | null {
  return NUMERIC.exec(plainSigns(cell))?.[2] ?? null
}

const ORDERS: Readonly<Record<DateFormat, readonly [number, number, number]>> = {
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
  ymd: [0, 1, 2],
}

/** Tries each order of day, month and year. Several possible days are unreadable, unless the file's order is known. */
function dayInAnyOrder(
  numbers: readonly [string, string, string],
  separator: string,
  shown: string,
  context: ReadingContext,
): DayOrMonth {
  const isShort = numbers[2].length === 2
  const orders: DateFormat[] = isShort && separator === '-' ? ['dmy', 'mdy', 'ymd'] : ['dmy', 'mdy']
  const inOrder = (order: DateFormat): Day => {
    const [year, month, day] = ORDERS[order].map((at) => numbers[at] ?? '')
    return { year: fullYear(year ?? ''), month: Number(month), day: Number(day) }
  }
  const shortNote = (order: DateFormat) => (isShort ? [yearNote(shown, numbers[ORDERS[order][0]] ?? '')] : [])
  const { dateFormat } = context
  if (dateFormat !== undefined && (dateFormat !== 'ymd' || isShort) && isDay(inOrder(dateFormat)))
    return { day: inOrder(dateFormat), notes: shortNote(dateFormat) }
  const possible = orders.filter((order) => isDay(inOrder(order)))
  const [order, ...others] = possible
  if (order === undefined) return unreadableAs('date_not_in_calendar', shown)
  const day = inOrder(order)
  if (others.every((other) => isoDay(inOrder(other)) === isoDay(day))) {
    const note =
      dateFormat === undefined
        ? null
        : message('import_date_in_other_order', {
            cell: shortened(shown),
            day: isoDay(day),
            order: dateFormat,
          })
    return { day, notes: [...shortNote(order), ...(note === null ? [] : [note])] }
  }
  if (separator === '.' && context.country !== undefined && writesDatesWithPoints(context.country)) {
    const german = inOrder('dmy')
    const note = message('import_date_with_points', {
      cell: shortened(shown),
      day: isoDay(german),
      country: context.country,
    })
    return { day: german, notes: [note] }
  }
  const days = [...new Set(possible.map((one) => isoDay(inOrder(one))))]
  return unreadable(message('import_date_ambiguous', { cell: shortened(shown), days, example: isoDay(day) }))
}

/** Tells whether a country writes 14.05.2027. All countries that use points put the day first. */
function writesDatesWithPoints(country: string): boolean {
  try {
    const { language } = new Intl.Locale(`und-${country}`).maximize()
    const shown = new Intl.DateTimeFormat(`${language}-${country}`, {
      dateStyle: 'short',
      timeZone: 'UTC',
    }).format(0)
    return /^0?1\. ?0?1\. ?(?:19)?70/.test(shown)
  } catch {
    return false
  }
}
