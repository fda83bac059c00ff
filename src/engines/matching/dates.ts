import { DAY_MS, WEEK_MS } from '../../shared/time.ts'

/** Monday 5 January 1970, UTC. */
const A_MONDAY_MS = 4 * DAY_MS

/** The UTC date of an instant, `YYYY-MM-DD`. Such dates compare as strings. */
export function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Midnight UTC of an ISO date, in milliseconds since the epoch. */
export function dateMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** Midnight UTC of the Monday of the ISO week of an instant. */
export function mondayMs(ms: number): number {
  return Math.floor((ms - A_MONDAY_MS) / WEEK_MS) * WEEK_MS + A_MONDAY_MS
}

/** Days from the first date to the last, both counted. */
export function daysBetween(first: string, last: string): number {
  return (dateMs(last) - dateMs(first)) / DAY_MS + 1
}

/** The date a number of days later. */
export function addDays(date: string, days: number): string {
  return isoDate(dateMs(date) + days * DAY_MS)
}

/** The later of two dates. A missing date counts as the earliest. */
export function latest(a: string, b: string | null): string {
  return b !== null && b > a ? b : a
}

/** The earlier of two end dates. Null means open-ended. */
export function earliestEnd(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
