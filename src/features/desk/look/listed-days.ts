import { type DayRange, readDayRanges } from '../../imports/index.ts'

/** Days and ranges of days as somebody writes them, or the text if it says none. Imports read the same. */
export function readDays(text: string): DayRange[] | string {
  const read = readDayRanges(text, { dateFormat: 'ymd' })
  // A note tells of a day that was left out or guessed: here nobody would read it.
  return 'value' in read && read.notes.length === 0 ? read.value : text
}

/** One on each line, so that `readDays` reads them again: `2027-03-14 - 2027-03-21`. */
export function writeDays(days: readonly { starts_on: string; ends_on?: string }[]): string {
  return days
    .map(({ starts_on: first, ends_on: last = first }) => (first === last ? first : `${first} - ${last}`))
    .join('\n')
}
