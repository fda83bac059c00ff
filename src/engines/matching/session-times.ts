import { MINUTE_MS } from '../../shared/time.ts'
import { isoDate } from './dates.ts'
import type { MarketNeed, Session } from './postings.ts'
import { clockOf } from './zone-clock.ts'

/** Returns the first future session that has a place left. */
export function nextSession({ sessions = [] }: MarketNeed, asOfMs: number): Session | undefined {
  return sessions
    .filter(({ startsAtMs, positionsLeft }) => positionsLeft > 0 && startsAtMs > asOfMs)
    .reduce<Session | undefined>(
      (first, one) => (first && first.startsAtMs <= one.startsAtMs ? first : one),
      undefined,
    )
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
