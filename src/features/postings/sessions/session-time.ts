import { type Message, message } from '../../../shared/messages/index.ts'
import { MINUTE_MS } from '../../../shared/time.ts'

/** A time with its offset from UTC, or the local time of a zone. Sessions begin and end at whole minutes. */
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:00(\.0{1,9})?)?(Z|[+-]\d\d:\d\d)$/i
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:00(\.0{1,9})?)?$/

/** An instant in milliseconds since the epoch, or why a text is not one. */
export type SessionTime = { ms: number } | { fault: Message }

/**
 * Reads the start or end of a session. A local time must occur exactly once in the zone: when clocks change, some times
 * never occur and others occur twice.
 */
export function readSessionTime(text: string, timeZone: string): SessionTime {
  if (WITH_OFFSET.test(text)) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? NO_TIME : inOurTime(ms)
  }
  return LOCAL.test(text) ? readLocalTime(text, timeZone) : NO_TIME
}

const NO_TIME: SessionTime = { fault: message('fault_of_posting', { what: 'session_time' }) }

function inOurTime(ms: number): SessionTime {
  const year = new Date(ms).getUTCFullYear()
  return year >= 1900 && year <= 2199 ? { ms } : { fault: message('fault_said', { what: 'years' }) }
}

/** Reads a local time such as `2027-03-13T09:00`. A time that never occurs in the zone, or twice, is a fault. */
export function readLocalTime(text: string, timeZone: string): SessionTime {
  const local = plainTimeOf(text)
  if (!local) return NO_TIME
  const first = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const second = local.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (first.epochMilliseconds === second.epochMilliseconds) return inOurTime(first.epochMilliseconds)
  if (!first.toPlainDateTime().equals(local)) {
    const from = timeBefore(second)
    const to = minutesOf(second.getTimeZoneTransition('previous') ?? second)
    return { fault: message('fault_clocks_skip', { zone: timeZone, from, to }) }
  }
  const both = { first: withOffset(first), second: withOffset(second) }
  return { fault: message('fault_clocks_twice', { zone: timeZone, ...both }) }
}

function plainTimeOf(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Returns the time at which the clocks change, as shown before the change. */
function timeBefore(after: Temporal.ZonedDateTime): string {
  const change = after.getTimeZoneTransition('previous') ?? after
  const before = change.subtract({ nanoseconds: 1 })
  return change.toInstant().toZonedDateTimeISO(before.offset).toPlainTime().toString().slice(0, 5)
}

function minutesOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString().slice(0, 5)
}

function withOffset(at: Temporal.ZonedDateTime): string {
  return at.toString({ smallestUnit: 'minute', timeZoneName: 'never' })
}

/** Returns the whole minutes between two instants. */
export function minutesBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / MINUTE_MS
}
