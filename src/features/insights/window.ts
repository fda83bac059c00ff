import { validationFailed } from '../../shared/faults.ts'

const DAY_MS = 24 * 3_600_000
const WEEK_MS = 7 * DAY_MS
const DEFAULT_WEEKS = 12
export const MOST_WEEKS = 53

/** Days of the calendar in UTC, both inclusive. */
export interface Window {
  from: string
  to: string
}

export interface Week {
  /** ISO 8601: `2026-W47`. */
  week: string
  /** Its Monday. */
  startsOn: string
}

/** What is asked for, by default the last twelve weeks with that of `to`, or of today. Throws `validation_failed`. */
export function windowOf(given: { from?: string | undefined; to?: string | undefined }, now: Date): Window {
  const to = given.to ?? dayOf(now.getTime())
  const from = given.from ?? dayOf(mondayOf(to) - (DEFAULT_WEEKS - 1) * WEEK_MS)
  if (from > to) throw wrongFrom(`Must not be after to, which is ${to}.`)
  if (mondayOf(to) - mondayOf(from) >= MOST_WEEKS * WEEK_MS)
    throw wrongFrom(`Must be within ${MOST_WEEKS} weeks of to, which is ${to}.`)
  return { from, to }
}

/** All weeks that have a day in the window, in order. */
export function weeksOf({ from, to }: Window): Week[] {
  const first = mondayOf(from)
  const count = (mondayOf(to) - first) / WEEK_MS + 1
  return Array.from({ length: count }, (_, at) => {
    const monday = first + at * WEEK_MS
    return { week: nameOf(monday), startsOn: dayOf(monday) }
  })
}

/** A week belongs to the year of its Thursday. */
function nameOf(monday: number): string {
  const thursday = monday + 3 * DAY_MS
  const year = new Date(thursday).getUTCFullYear()
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / WEEK_MS) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

function mondayOf(day: string): number {
  const ms = Date.parse(day)
  return ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function wrongFrom(detail: string) {
  return validationFailed([{ pointer: '?from', code: 'invalid_value', detail }])
}
