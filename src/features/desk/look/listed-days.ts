import { type DayRange, readDayRanges } from '../../imports/index.ts'

/** Reads days and ranges of days, or returns the text if it contains none. Imports read the same form. */
export function readDays(text: string): DayRange[] | string {
  const read = readDayRanges(text, { dateFormat: 'ymd' })
  // A note reports a day that was left out or guessed, and nobody would see it here.
  return 'value' in read && read.notes.length === 0 ? read.value : text
}

/** Writes one per line, in the form that `readDays` reads: `2027-03-14 - 2027-03-21`. */
export function writeDays(days: readonly { starts_on: string; ends_on?: string }[]): string {
  return days
    .map(({ starts_on: first, ends_on: last = first }) => (first === last ? first : `${first} - ${last}`))
    .join('\n')
}
