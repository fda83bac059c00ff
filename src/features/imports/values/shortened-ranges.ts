import { type Day, isDay, isoDay } from './calendar-day.ts'
import { type DateParts, datePartsIn } from './date-parts.ts'
import { readDay } from './dates.ts'
import { isRead, type ReadingContext } from './reading.ts'

/** Calendar days from the first to the last. */
export interface DayRange {
  starts_on: string
  ends_on: string
}

/**
 * Reads a range whose ends share a month or year that is written once: `Dec 20 - Jan 5, 2027`, `20.-31.12.2026`, `Mar 3-7
 * 2027`. Null if an end is ambiguous.
 */
export function shortenedRange(first: string, last: string, file: ReadingContext): DayRange | null {
  const [before, after] = [plainParts(first), plainParts(last)]
  const dateFormat = file.dateFormat ?? orderOf(before) ?? orderOf(after)
  const context = { ...file, dateFormat }
  const [from, until] = [readDay(first, context), readDay(last, context)]
  if (!before || !after) return null
  if (isRead(until)) {
    const day = nearest(before, { other: until.value, step: -1, context })
    return day === null ? null : orderedRange(day, until.value)
  }
  if (isRead(from)) {
    const day = nearest(after, { other: from.value, step: 1, context })
    return day === null ? null : orderedRange(from.value, day)
  }
  return inOneMonth(before, after)
}

/** Returns the order that `20.12.` or `12/20` shows, which also holds for the other end. */
function orderOf(parts: DateParts | null): 'dmy' | 'mdy' | undefined {
  if (!parts || parts.month !== null || parts.numbers.length !== 2) return undefined
  const [one = 0, other = 0] = parts.numbers.map(Number)
  if (one > 12 && other <= 12) return 'dmy'
  return one <= 12 && other > 12 ? 'mdy' : undefined
}

function plainParts(text: string): DateParts | null {
  const parts = datePartsIn(text)
  return parts && parts.time === null && parts.numbers.length > 0 ? parts : null
}

/**
 * Completes a day without a year, or without month and year, from the other end: the nearest one before (-1) or after (1)
 * it, with at most one change of year.
 */
function nearest(
  { numbers, month, separator }: DateParts,
  { other, step, context }: { other: string; step: -1 | 1; context: ReadingContext },
): string | null {
  const [number = '', second, ...more] = numbers
  if (more.length > 0 || numbers.some(({ length }) => length > 2)) return null
  const [year = 0, monthOfOther = 0] = other.split('-').map(Number)
  if (second === undefined && month === null)
    return isoOrNull({ year, month: monthOfOther, day: Number(number) })
  const inYear = (one: number) => {
    if (second === undefined) return isoOrNull({ year: one, month: month ?? 0, day: Number(number) })
    if (month !== null || separator === null || separator === ' ' || separator === ',') return null
    const day = readDay([number, second, one].join(separator), context)
    return isRead(day) ? day.value : null
  }
  const same = inYear(year)
  const isBeyond = same !== null && (step === -1 ? same > other : same < other)
  return isBeyond ? inYear(year + step) : same
}

/** Reads a range in one month: `Mar 3` and `7 2027`. */
function inOneMonth(before: DateParts, after: DateParts): DayRange | null {
  const [first = '', ...others] = before.numbers
  const [last = '', year = '', ...more] = after.numbers
  const isShared = before.month !== null && after.month === null && others.length + more.length === 0
  if (!isShared || first.length > 2 || last.length > 2 || year.length !== 4) return null
  const dayOf = (day: string) => isoOrNull({ year: Number(year), month: before.month ?? 0, day: Number(day) })
  const [from, until] = [dayOf(first), dayOf(last)]
  return from === null || until === null ? null : orderedRange(from, until)
}

function isoOrNull(day: Day): string | null {
  return isDay(day) ? isoDay(day) : null
}

function orderedRange(starts_on: string, ends_on: string): DayRange | null {
  return starts_on <= ends_on ? { starts_on, ends_on } : null
}
