import { message } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'
import { shortened, type Unreadable, unreadable } from './reading.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2199

export interface Day {
  year: number
  month: number
  day: number
}

/** The day or month of a cell, or why there is none. */
export type DayOrMonth =
  | { day: Day; notes: Detail[] }
  | { month: Omit<Day, 'day'>; notes: Detail[] }
  | Unreadable

/** Checks that a day exists. Returns it, or explains why it does not exist. */
export function checkedDay(day: Day, shown: string): DayOrMonth {
  if (isDay(day)) return { day, notes: [] }
  const { year, month } = day
  if (!isYear(year))
    return unreadable(
      message('import_year_out_of_range', { cell: shortened(shown), first: FIRST_YEAR, last: LAST_YEAR }),
    )
  if (month < 1 || month > 12)
    return unreadable(message('import_month_unknown', { cell: shortened(shown), month }))
  return unreadable(message('import_month_too_short', { cell: shortened(shown), days: daysIn(year, month) }))
}

export function isDay({ year, month, day }: Day): boolean {
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

export function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Expands a year of two digits to the range 1970 to 2069. */
export function fullYear(year: string): number {
  if (year.length !== 2) return Number(year)
  return Number(year) + (Number(year) < 70 ? 2000 : 1900)
}

export function yearNote(shown: string, year: string): Detail {
  return message('import_year_read', { cell: shortened(shown), year: fullYear(year) })
}

export function isoDay({ year, month, day }: Day): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
