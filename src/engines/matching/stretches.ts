import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import { dateMs } from './dates.ts'
import type { DayRange, MarketNeed, MarketOffer } from './postings.ts'
import { joined } from './week.ts'

/**
 * From one number to another, without the second: minutes since the epoch, minutes of a local week, or days since the
 * epoch.
 */
export type NumberRange = readonly [from: number, until: number]

/** Three sorted lists of ranges, as a row stores them. */
export type Stretches = readonly [readonly NumberRange[], readonly NumberRange[], readonly NumberRange[]]

/** Index of each list in the row of a need or an offer. */
export const STRETCHES = {
  /** For a need, in minutes since the epoch. */
  sessions: 0,
  /**
   * For an offer: weekly windows in minutes of the local week. A window across the end of the week begins below zero.
   */
  windows: 0,
  /** For an offer: days on which the helper is available, without the last. */
  freeDays: 1,
  /** For an offer: times committed to other work, in minutes since the epoch. */
  busy: 2,
} as const

/** Returns the sessions that have a place left, or null for a need without sessions. */
export function openSessions({ sessions = [] }: MarketNeed): Stretches | null {
  if (sessions.length === 0) return null
  const open = sessions.filter(({ positionsLeft }) => positionsLeft > 0).map(minutesOf)
  return [open.sort(byStart), [], []]
}

/** Returns when an offer can attend sessions, or null if nothing limits it. */
export function stretchesOfOffer(offer: MarketOffer): Stretches | null {
  const { availability, dates = [], notAvailable = [], busy = [] } = offer
  const windows = availability
    ? joined(availability.windows).map(({ start, end }): NumberRange => [start, end])
    : []
  const isDated = dates.length > 0 || notAvailable.length > 0
  if (windows.length === 0 && !isDated && busy.length === 0) return null
  return [windows, isDated ? freeDays(dates, notAvailable) : [], merged(busy.map(minutesOf))]
}

/** An unlimited range, with finite ends. */
const ALL_DAYS: NumberRange = [-0x40000000, 0x40000000]
const NO_DAY: NumberRange = [0, 0]

/**
 * Returns the days that are offered and not excluded. If there are none, returns an empty range, because an empty list
 * means all days.
 */
export function freeDays(dates: readonly DayRange[], notAvailable: readonly DayRange[]): NumberRange[] {
  let free = dates.length > 0 ? merged(dates.map(daysOf)) : [ALL_DAYS]
  for (const [from, until] of merged(notAvailable.map(daysOf)))
    free = free.flatMap((range): NumberRange[] =>
      without(range, [from, until]).filter(([first, last]) => first < last),
    )
  return free.length > 0 ? free : [NO_DAY]
}

function without([from, until]: NumberRange, taken: NumberRange): NumberRange[] {
  return [
    [from, Math.min(until, taken[0])],
    [Math.max(from, taken[1]), until],
  ]
}

function merged(ranges: readonly NumberRange[]): NumberRange[] {
  const joinedRanges: [number, number][] = []
  for (const [from, until] of [...ranges].sort(byStart)) {
    const last = joinedRanges.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else joinedRanges.push([from, until])
  }
  return joinedRanges
}

function byStart(a: NumberRange, b: NumberRange): number {
  return a[0] - b[0] || a[1] - b[1]
}

function minutesOf({ startsAtMs, endsAtMs }: { startsAtMs: number; endsAtMs: number }): NumberRange {
  return [Math.floor(startsAtMs / MINUTE_MS), Math.ceil(endsAtMs / MINUTE_MS)]
}

function daysOf({ first, last }: DayRange): NumberRange {
  return [dateMs(first) / DAY_MS, dateMs(last) / DAY_MS + 1]
}
