/** Lengths of time in milliseconds, for arithmetic on instants. For days and weeks of a calendar use `Temporal`. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS

/** Returns the day of an instant in UTC, ISO 8601. */
export function utcDay(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/**
 * Returns the day of an instant in a time zone, such as `2027-03-14`. Throws a RangeError for an unknown
 * zone.
 */
export function dayIn(zone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

/**
 * Returns whether `Temporal` knows this time zone of the IANA database, in any case. `Intl` knows more, such
 * as PST, but every zone accepted here has a calendar.
 */
export function isTimeZone(name: string): boolean {
  return spelledZone(name) !== undefined
}

/** Returns a time zone as the IANA database writes it: `europe/berlin` is `Europe/Berlin`. Undefined if there is none. */
export function spelledZone(name: string): string | undefined {
  const known = knownZones.get(name)
  if (known !== undefined) return known
  // Otherwise an offset such as +01:00 would be accepted.
  if (!/^[A-Za-z]/.test(name)) return undefined
  let spelled: string
  try {
    spelled = new Temporal.ZonedDateTime(0n, name).timeZoneId
  } catch {
    return undefined
  }
  if (knownZones.size < MAX_KNOWN_ZONES) knownZones.set(name, spelled)
  return spelled
}

/**
 * Cached, because checking a zone by creating a date is slow, and files of an office name the same zone in
 * each row.
 */
const knownZones = new Map<string, string>()
const MAX_KNOWN_ZONES = 1000
