import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import { dateMs } from './dates.ts'
import type { MarketNeed, MarketOffer, Session } from './postings.ts'
import { NO_END, NO_START } from './rows/layout.ts'
import { STRETCHES, stretchesOfOffer } from './stretches.ts'
import { MINUTES_A_WEEK } from './week.ts'
import { clockOf, type ZoneClock } from './zone-clock.ts'

const MINUTES_A_DAY = 1440
/** The epoch was a Thursday. */
const FIRST_WEEKDAY = 3

/** When an offer is available (see `STRETCHES`). `Row` implements it. */
export interface Presence {
  readonly startDay: number
  readonly endDay: number
  stretchCount(list: number): number
  stretchFrom(list: number, at: number): number
  stretchUntil(list: number, at: number): number
}

/** The time zones of an offer as clocks: the helper's own, for calendar days, and that of the weekly windows. */
export interface OfferClocks {
  ofDays: ZoneClock
  ofWindows: ZoneClock
}

/**
 * Returns whether an offer can attend a whole session. `start` and `end` are minutes since the epoch. The helper must
 * be free on each day that the session touches, within the weekly windows, and not busy at that time. Exact on days on
 * which clocks change.
 */
export function canAttend(offer: Presence, clocks: OfferClocks, start: number, end: number): boolean {
  return (
    !meetsBusy(offer, start, end) &&
    isFreeThatDay(offer, clocks.ofDays, start, end) &&
    isWithinWindows(offer, clocks.ofWindows, start, end)
  )
}

function meetsBusy(offer: Presence, start: number, end: number): boolean {
  for (let at = 0; at < offer.stretchCount(STRETCHES.busy); at++)
    if (offer.stretchFrom(STRETCHES.busy, at) < end && offer.stretchUntil(STRETCHES.busy, at) > start)
      return true
  return false
}

function isFreeThatDay(offer: Presence, clock: ZoneClock, start: number, end: number): boolean {
  const first = dayOf(clock, start)
  const last = dayOf(clock, end - 1)
  if (first < offer.startDay || last > offer.endDay) return false
  const count = offer.stretchCount(STRETCHES.freeDays)
  if (count === 0) return true
  for (let at = 0; at < count; at++)
    if (
      offer.stretchFrom(STRETCHES.freeDays, at) <= first &&
      offer.stretchUntil(STRETCHES.freeDays, at) > last
    )
      return true
  return false
}

function dayOf(clock: ZoneClock, minute: number): number {
  return Math.floor((minute + clock.at(minute).offset) / MINUTES_A_DAY)
}

/** Splits the session at clock changes: within each piece, local time advances as fast as real time. */
function isWithinWindows(offer: Presence, clock: ZoneClock, start: number, end: number): boolean {
  if (offer.stretchCount(STRETCHES.windows) === 0) return true
  for (let from = start; from < end; ) {
    const { offset, until } = clock.at(from)
    const piece = Math.min(end, until)
    if (!holdsLocally(offer, from + offset, piece - from)) return false
    from = piece
  }
  return true
}

function holdsLocally(offer: Presence, localMinute: number, length: number): boolean {
  const ofWeek = modulo(localMinute + FIRST_WEEKDAY * MINUTES_A_DAY, MINUTES_A_WEEK)
  for (let at = 0; at < offer.stretchCount(STRETCHES.windows); at++) {
    const from = offer.stretchFrom(STRETCHES.windows, at)
    const until = offer.stretchUntil(STRETCHES.windows, at)
    if (until - from >= MINUTES_A_WEEK) return true
    // A window that begins before Monday also covers the end of Sunday.
    for (const begin of [ofWeek, ofWeek - MINUTES_A_WEEK])
      if (begin >= from && begin + length <= until) return true
  }
  return false
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** Returns whether an offer is free on at least one day from `startDay` to `endDay`, both included. */
export function hasFreeDay(offer: Presence, startDay: number, endDay: number): boolean {
  const count = offer.stretchCount(STRETCHES.freeDays)
  if (count === 0) return true
  for (let at = 0; at < count; at++) {
    const from = Math.max(startDay, offer.stretchFrom(STRETCHES.freeDays, at))
    if (from <= endDay && from < offer.stretchUntil(STRETCHES.freeDays, at)) return true
  }
  return false
}

/** Returns the future sessions of a need that have a place left and that the offer can attend, as the gate requires. */
export function sessionsFitting(need: MarketNeed, offer: MarketOffer, asOfMs: number): Session[] {
  const presence = presenceOf(offer)
  const clocks = {
    ofDays: clockOf(offer.timeZone),
    ofWindows: clockOf(offer.availability?.timeZone ?? offer.timeZone),
  }
  return (need.sessions ?? []).filter(
    ({ positionsLeft, startsAtMs, endsAtMs }) =>
      positionsLeft > 0 &&
      startsAtMs > asOfMs &&
      canAttend(presence, clocks, startsAtMs / MINUTE_MS, endsAtMs / MINUTE_MS),
  )
}

function presenceOf(offer: MarketOffer): Presence {
  const stretches = stretchesOfOffer(offer)
  const range = (list: number, at: number) => stretches?.[list]?.[at] ?? [0, 0]
  return {
    startDay: offer.startsOn === null ? NO_START : dateMs(offer.startsOn) / DAY_MS,
    endDay: offer.endsOn === null ? NO_END : dateMs(offer.endsOn) / DAY_MS,
    stretchCount: (list) => stretches?.[list]?.length ?? 0,
    stretchFrom: (list, at) => range(list, at)[0],
    stretchUntil: (list, at) => range(list, at)[1],
  }
}
