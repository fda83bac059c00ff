import { withoutAccents } from './cell-text.ts'
import { DAY_END, spanOf, timeIn, type WrittenTime } from './times-of-day.ts'

const SPAN =
  /^(?:from |von |de |desde |das )?(?:les? |las )?(\d{1,2}(?:[:.h]\d{2})?|\d{4}) ?(h|uhr|am|pm|a\.m\.|p\.m\.|a|p)? ?(?:-|to|bis|til|till|until|a|al|as|ate|tot) ?(?:las )?(\d{1,2}(?:[:.h]\d{2})?|\d{4}) ?(h|uhr|am|pm|a\.m\.|p\.m\.|a|p)?$/
const MINUTES_PER_HOUR = 60
const HALF_DAY = DAY_END / 2
/** Nobody begins work before this, so that `2h-3h` and `1.00-1.30` are lengths. */
const EARLIEST = 6 * MINUTES_PER_HOUR
const isDigits = (text: string) => /^\d{4}$/.test(text)

const BETWEEN_SPANS = / ?[,;/&+] ?| (?:and|und|y|et|e) /
const MOST_SPANS = 4

/**
 * Returns the hours between two times of the day: `9:00-12:30`, `9am to 1pm`, `22:00-02:00`, or of several spans one after the
 * other: `9:00-12:00, 13:00-17:00`. Null if the text is no such span, or if its numbers may also be two lengths, such as `2-3`.
 */
export function hoursOfSpan(text: string): number | null {
  return hoursOfSpans(text, false)
}

/** The same in a column of shifts, where plain numbers are times of the day too: `9-12`. */
export function hoursOfShift(text: string): number | null {
  return hoursOfSpans(text, true)
}

function hoursOfSpans(text: string, isOfTimes: boolean): number | null {
  const parts = withoutAccents(text).split(BETWEEN_SPANS)
  if (parts.length > MOST_SPANS) return null
  let minutes = 0
  let endOfLast = 0
  for (const part of parts) {
    const span = spanIn(part, isOfTimes)
    if (!span || span.start < endOfLast) return null
    endOfLast = span.end < span.start ? span.end + DAY_END : span.end
    minutes += endOfLast - span.start
  }
  return minutes / MINUTES_PER_HOUR
}

function spanIn(text: string, isOfTimes: boolean): { start: number; end: number } | null {
  const [, first = '', firstUnit, second = '', secondUnit] = SPAN.exec(text) ?? []
  if (first === '') return null
  const isClock = [first, second].every((one) => /[:.h]\d{2}$|^\d{4}$/.test(one))
  const signs = [first, firstUnit, second, secondUnit].join(' ')
  if (!isOfTimes && !isClock && !/[a-z:]/.test(signs)) return null
  const [from, to] = [timeIn(first, halfOf(firstUnit)), timeIn(second, halfOf(secondUnit))]
  if (!from || !to || (from.minutes === to.minutes && from.half === to.half)) return null
  const mayBeLengths = !isOfTimes && !/[:apu]/.test(signs) && !isDigits(first)
  if (mayBeLengths && from.minutes < EARLIEST && to.minutes <= HALF_DAY) return null
  const span = isClock ? onLongClock(from, to) : spanOf(from, to)
  return span && span.start !== span.end ? span : null
}

function halfOf(unit: string | undefined): WrittenTime['half'] {
  if (unit === 'am' || unit === 'a.m.' || unit === 'a') return 'am'
  return unit === 'pm' || unit === 'p.m.' || unit === 'p' ? 'pm' : null
}

/** With minutes and without `am` or `pm`, `22:00-02:00` ends on the next day. */
function onLongClock(from: WrittenTime, to: WrittenTime): { start: number; end: number } | null {
  if (from.half !== null || to.half !== null) return spanOf(from, to)
  if (from.isOnLongClock || to.isOnLongClock) return { start: from.minutes, end: to.minutes }
  return spanOf(from, to)
}
