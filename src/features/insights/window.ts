import { validationFailed } from '../../shared/faults.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { utcDay } from '../../shared/time.ts'

const DEFAULT_WEEKS = 12
export const MOST_WEEKS = 53

/** Calendar days in UTC, both included. */
export interface Window {
  from: string
  to: string
}

export interface Week {
  /** ISO 8601: `2026-W47`. */
  week: string
  /** Its Monday, ISO date. */
  startsOn: string
}

/**
 * Returns the days from `from` to `to`. By default `to` is today and `from` is the Monday eleven weeks before the week
 * of `to`. Throws `validation_failed` if they are in the wrong order or too far apart.
 */
export function windowOf(given: { from?: string | undefined; to?: string | undefined }, now: Date): Window {
  const to = Temporal.PlainDate.from(given.to ?? utcDay(now))
  const from = given.from
    ? Temporal.PlainDate.from(given.from)
    : mondayOf(to).subtract({ weeks: DEFAULT_WEEKS - 1 })
  if (Temporal.PlainDate.compare(from, to) > 0)
    throw wrongFrom(message('fault_after_to', { day: to.toString() }))
  if (weeksBetween(mondayOf(from), mondayOf(to)) >= MOST_WEEKS)
    throw wrongFrom(message('fault_weeks_before_to', { most: MOST_WEEKS, day: to.toString() }))
  return { from: from.toString(), to: to.toString() }
}

/** Returns the current week and those before it, `count` weeks in all. */
export function lastWeeks(count: number, now: Date): Window {
  const to = Temporal.PlainDate.from(utcDay(now))
  return {
    from: mondayOf(to)
      .subtract({ weeks: count - 1 })
      .toString(),
    to: to.toString(),
  }
}

/** Returns all weeks that have a day in the window, in order. */
export function weeksOf({ from, to }: Window): Week[] {
  const first = mondayOf(Temporal.PlainDate.from(from))
  const count = weeksBetween(first, mondayOf(Temporal.PlainDate.from(to))) + 1
  return Array.from({ length: count }, (_, at) => {
    const monday = first.add({ weeks: at })
    return { week: nameOf(monday), startsOn: monday.toString() }
  })
}

/**
 * Returns the ISO name of a week. A week belongs to the year of its Thursday, which may differ from the year of its
 * Monday.
 */
function nameOf({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string {
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

function weeksBetween(monday: Temporal.PlainDate, later: Temporal.PlainDate): number {
  return monday.until(later, { largestUnit: 'weeks' }).weeks
}

function wrongFrom(said: Message) {
  return validationFailed([{ pointer: '?from', code: 'invalid_value', messages: [said] }])
}
