import type { Row } from './rows/row.ts'
import { STRETCHES } from './stretches.ts'
import { MINUTES_A_WEEK } from './week.ts'
import type { ZoneClock } from './zone-clock.ts'

const MINUTES_A_DAY = 1440
/** The epoch was a Thursday. */
const FIRST_WEEKDAY = 3

/** The clocks of an offer: of the helper, in whose calendar days are meant, and of its weekly windows. */
export interface OfferClocks {
  ofDays: ZoneClock
  ofWindows: ZoneClock
}

/**
 * Whether an offer can attend all of a session, in minutes since the epoch: its helper is free on each day that the session
 * touches, within the weekly windows, and has promised the time to nobody. Exact on days on which clocks change.
 */
export function canAttend(offer: Row, clocks: OfferClocks, start: number, end: number): boolean {
  return (
    !meetsBusy(offer, start, end) &&
    isFreeThatDay(offer, clocks.ofDays, start, end) &&
    isWithinWindows(offer, clocks.ofWindows, start, end)
  )
}

function meetsBusy(offer: Row, start: number, end: number): boolean {
  for (let at = 0; at < offer.stretchCount(STRETCHES.busy); at++)
    if (offer.stretchFrom(STRETCHES.busy, at) < end && offer.stretchUntil(STRETCHES.busy, at) > start)
      return true
  return false
}

function isFreeThatDay(offer: Row, clock: ZoneClock, start: number, end: number): boolean {
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

/** Piece by piece, one for each period in which the clocks are not changed: then local times grow as instants do. */
function isWithinWindows(offer: Row, clock: ZoneClock, start: number, end: number): boolean {
  if (offer.stretchCount(STRETCHES.windows) === 0) return true
  for (let from = start; from < end; ) {
    const { offset, until } = clock.at(from)
    const piece = Math.min(end, until)
    if (!holdsLocally(offer, from + offset, piece - from)) return false
    from = piece
  }
  return true
}

function holdsLocally(offer: Row, localMinute: number, length: number): boolean {
  const ofWeek = modulo(localMinute + FIRST_WEEKDAY * MINUTES_A_DAY, MINUTES_A_WEEK)
  for (let at = 0; at < offer.stretchCount(STRETCHES.windows); at++) {
    const from = offer.stretchFrom(STRETCHES.windows, at)
    const until = offer.stretchUntil(STRETCHES.windows, at)
    if (until - from >= MINUTES_A_WEEK) return true
    // One that begins before Monday holds the end of Sunday too.
    for (const begin of [ofWeek, ofWeek - MINUTES_A_WEEK])
      if (begin >= from && begin + length <= until) return true
  }
  return false
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** Whether an offer has a day that it is free on from one day to another, both counted. */
export function hasFreeDay(offer: Row, startDay: number, endDay: number): boolean {
  const count = offer.stretchCount(STRETCHES.freeDays)
  if (count === 0) return true
  for (let at = 0; at < count; at++) {
    const from = Math.max(startDay, offer.stretchFrom(STRETCHES.freeDays, at))
    if (from <= endDay && from < offer.stretchUntil(STRETCHES.freeDays, at)) return true
  }
  return false
}
