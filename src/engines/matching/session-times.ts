import { MINUTE_MS } from '../../shared/time.ts'
import { isoDate } from './dates.ts'
import type { MarketNeed, MarketOffer, Session } from './postings.ts'
import { clockOf } from './zone-clock.ts'

/** Returns the future sessions that have a place left, earliest first. */
export function sessionsAhead({ sessions = [] }: MarketNeed, asOfMs: number): Session[] {
  return sessions
    .filter(({ startsAtMs, positionsLeft }) => positionsLeft > 0 && startsAtMs > asOfMs)
    .sort((a, b) => a.startsAtMs - b.startsAtMs)
}

/** Returns whether other work of an offer's helper takes part of the time of a session. */
export function hasOtherWork({ busy = [] }: MarketOffer, { startsAtMs, endsAtMs }: Session): boolean {
  return busy.some((work) => work.startsAtMs < endsAtMs && work.endsAtMs > startsAtMs)
}

/** Returns when a session is in its own time zone: its day, and times of day such as `09:30`. */
export function localTimes({ startsAtMs, endsAtMs, timeZone }: Session) {
  return {
    day: isoDate(localMs(startsAtMs, timeZone)),
    start: timeOfDay(localMs(startsAtMs, timeZone)),
    end: timeOfDay(localMs(endsAtMs, timeZone)),
    timeZone,
  }
}

function localMs(atMs: number, timeZone: string): number {
  return atMs + clockOf(timeZone).at(Math.floor(atMs / MINUTE_MS)).offset * MINUTE_MS
}

function timeOfDay(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16)
}
