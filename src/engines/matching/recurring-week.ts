import { WEEK_MS } from '../../shared/time.ts'
import type { WeeklyWindows } from './postings.ts'
import { SLOT_MINUTES, type Week, WORKING_WINDOWS, weekOf } from './week.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

/** Any Monday works: see `recurringWeek`. */
const SOME_MONDAY_MS = Date.parse('2026-01-05T00:00:00Z')

/** Weekly windows that follow the local time of their zone. */
export interface RecurringWeek {
  timeZone: string
  /** The slots in UTC plus `slotsAhead` of the zone: they do not change when the clocks do. */
  slots: Week
}

/**
 * Converts windows to half hours. Most zones are whole half hours apart; a few are at a quarter to or past. A zone must
 * keep its part of a half hour when its clocks change, as all zones have done since 1986.
 */
export function recurringWeek({ timeZone, windows }: WeeklyWindows): RecurringWeek {
  const offset = zoneOffsetMinutes(timeZone, SOME_MONDAY_MS)
  return { timeZone, slots: weekOf(windows, offset - slotsOf(offset) * SLOT_MINUTES) }
}

/** Returns the whole half hours that a zone is ahead of UTC in the week that begins on this Monday. */
export function slotsAhead(timeZone: string, mondayMs: number): number {
  return slotsOf(zoneOffsetMinutes(timeZone, mondayMs))
}

function slotsOf(offsetMinutes: number): number {
  return Math.floor(offsetMinutes / SLOT_MINUTES)
}

const workingWeeks = new Map<number, Week>()

/** Returns the ordinary working week of a zone in UTC, in the week that begins on this Monday. */
export function workingWeek(timeZone: string, mondayMs: number): Week {
  const offset = zoneOffsetMinutes(timeZone, mondayMs)
  const known = workingWeeks.get(offset)
  if (known) return known
  const week = weekOf(WORKING_WINDOWS, offset)
  workingWeeks.set(offset, week)
  return week
}

const WEEKS_OF_YEAR = 53
const MAX_CACHED_ZONES = 2000
const weeksOfYear = new Map<string, Week[]>()

/** Returns the distinct working weeks in UTC of a zone in the year that begins on this Monday. */
export function workingWeeksOfYear(timeZone: string, mondayMs: number): Week[] {
  const key = `${timeZone} ${mondayMs}`
  const known = weeksOfYear.get(key)
  if (known) return known
  const weeks = new Set<Week>()
  for (let week = 0; week < WEEKS_OF_YEAR; week++) weeks.add(workingWeek(timeZone, mondayMs + week * WEEK_MS))
  if (weeksOfYear.size >= MAX_CACHED_ZONES) weeksOfYear.clear()
  weeksOfYear.set(key, [...weeks])
  return [...weeks]
}
