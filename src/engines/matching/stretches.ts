import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import { dateMs } from './dates.ts'
import type { DayRange, MarketNeed, MarketOffer } from './postings.ts'
import { joined } from './week.ts'

/** From a number up to another: minutes since the epoch, minutes of a local week, or days since the epoch. */
export type NumberRange = readonly [from: number, until: number]

/** Three lists of ranges, each sorted, as a row holds them. */
export type Stretches = readonly [readonly NumberRange[], readonly NumberRange[], readonly NumberRange[]]

/** Which list of a need's or an offer's row holds what. */
export const STRETCHES = {
  /** Of a need, in minutes since the epoch. */
  sessions: 0,
  /** Of an offer: weekly windows in minutes of the local week. One across its end begins below zero. */
  windows: 0,
  /** Of an offer: days on which the helper can come, without the last. */
  freeDays: 1,
  /** Of an offer: promised to other work, in minutes since the epoch. */
  busy: 2,
} as const

/** Sessions that have a place left; null for a need without sessions. */
export function openSessions({ sessions = [] }: MarketNeed): Stretches | null {
  if (sessions.length === 0) return null
  const open = sessions.filter(({ positionsLeft }) => positionsLeft > 0).map(minutesOf)
  return [open.sort(byStart), [], []]
}

/** When an offer can attend sessions; null if nothing limits that. */
export function stretchesOfOffer(offer: MarketOffer): Stretches | null {
  const { availability, dates = [], notAvailable = [], busy = [] } = offer
  const windows = availability
    ? joined(availability.windows).map(({ start, end }): NumberRange => [start, end])
    : []
  const isDated = dates.length > 0 || notAvailable.length > 0
  if (windows.length === 0 && !isDated && busy.length === 0) return null
  return [windows, isDated ? freeDays(dates, notAvailable) : [], merged(busy.map(minutesOf))]
}

/** What never ends or begins, for sums without infinity. */
const ALL_DAYS: NumberRange = [-0x40000000, 0x40000000]
const NO_DAY: NumberRange = [0, 0]

/** Days that are offered and not taken back. If there are none, a range without a day, since an empty list means all days. */
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
