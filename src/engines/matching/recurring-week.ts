import { WEEK_MS } from '../../shared/time.ts'
import type { WeeklyWindows } from './postings.ts'
import { SLOT_MINUTES, type Week, WORKING_WINDOWS, weekOf } from './week.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

/** Any Monday works: see `recurringWeek`. */
const SOME_MONDAY_MS = Date.parse('2026-01-05T00:00:00Z')

/** Weekly windows that follow their zone's clocks. */
export interface RecurringWeek {
  timeZone: string
  /** As in UTC, but later by `slotsAhead` of the zone: it does not change when the clocks do. */
  slots: Week
}

/**
 * Windows as half hours. Zones are whole half hours apart, but for a few that are at a quarter to or past; what
 * counts is that a zone keeps its part of a half hour when its clocks change, as all zones have since 1986.
 */
export function recurringWeek({ timeZone, windows }: WeeklyWindows): RecurringWeek {
  const offset = zoneOffsetMinutes(timeZone, SOME_MONDAY_MS)
  return { timeZone, slots: weekOf(windows, offset - slotsOf(offset) * SLOT_MINUTES) }
}

/** Whole half hours that a zone's clocks are ahead of UTC in the week that begins on this Monday. */
export function slotsAhead(timeZone: string, mondayMs: number): number {
  return slotsOf(zoneOffsetMinutes(timeZone, mondayMs))
}

function slotsOf(offsetMinutes: number): number {
  return Math.floor(offsetMinutes / SLOT_MINUTES)
}

const workingWeeks = new Map<number, Week>()

/** The ordinary working week of a zone in UTC, in the week that begins on this Monday. */
export function workingWeek(timeZone: string, mondayMs: number): Week {
  const offset = zoneOffsetMinutes(timeZone, mondayMs)
  const known = workingWeeks.get(offset)
  if (known) return known
  const week = weekOf(WORKING_WINDOWS, offset)
  workingWeeks.set(offset, week)
  return week
}

const WEEKS_OF_YEAR = 53
const REMEMBERED_ZONES = 2000
const weeksOfYear = new Map<string, Week[]>()

/** The distinct working weeks in UTC that a zone has in the year that begins on this Monday. */
export function workingWeeksOfYear(timeZone: string, mondayMs: number): Week[] {
  const key = `${timeZone} ${mondayMs}`
  const known = weeksOfYear.get(key)
  if (known) return known
  const weeks = new Set<Week>()
  for (let week = 0; week < WEEKS_OF_YEAR; week++) weeks.add(workingWeek(timeZone, mondayMs + week * WEEK_MS))
  if (weeksOfYear.size >= REMEMBERED_ZONES) weeksOfYear.clear()
  weeksOfYear.set(key, [...weeks])
  return [...weeks]
}
