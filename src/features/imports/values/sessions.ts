import { message } from '../../../shared/messages/index.ts'
import { isNamedZone } from '../../../shared/time-zones.ts'
import { cellMessage, LEFT_OUT } from '../details.ts'
import { plainSigns } from './cell-text.ts'
import { datePartsIn } from './date-parts.ts'
import { readDay } from './dates.ts'
import { isRead, type Reading, type ReadingContext, read, unreadable, unreadableAs } from './reading.ts'

/** A session in the form of a body. */
export interface WrittenSession {
  starts_at: string
  ends_at: string
  time_zone?: string
  positions?: number
}

const MAX_CHARS = 200
const MOST_SESSIONS = 100
const BETWEEN = /[;\r\n|]/
/** Signs and words between start and end. */
const TO = [' to ', ' until ', ' bis ', ' hasta ', ' até ', ' à ', ' a ', ' - ', '-']

/**
 * Reads sessions: `2027-03-13 09:00 to 12:00 America/Chicago x3; 2027-03-20 9am-12pm`. An unreadable one is left out with a
 * note.
 */
export function readSessionList(
  cell: string,
  context: ReadingContext & { zoneOfHours: string | undefined },
): Reading<WrittenSession[]> {
  const parts = cell
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const readings = parts.slice(0, MOST_SESSIONS).map((part) => readSession(part, context))
  const sessions = readings.filter(isRead)
  const refused = readings.flatMap((reading) => (isRead(reading) ? [] : [reading.unreadable]))
  if (sessions.length === 0) return unreadable(...(refused[0] ?? [cellMessage('no_sessions')]))
  return read(
    sessions.map(({ value }) => value),
    ...refused.flatMap((reasons) => [...reasons, LEFT_OUT]),
    parts.length > MOST_SESSIONS
      ? message('import_only_first', { most: MOST_SESSIONS, what: 'sessions' })
      : null,
  )
}

function readSession(
  cell: string,
  context: ReadingContext & { zoneOfHours: string | undefined },
): Reading<WrittenSession> {
  const text = plainSigns(cell)
  if (text.length > MAX_CHARS) return unreadableAs('session_too_long', text)
  const { rest: withZone, positions } = withoutPositions(text)
  const { rest, zone } = withoutZone(withZone)
  const time_zone = zone ?? context.zoneOfHours
  const span = spanIn(rest, context)
  if (!span) return unreadableAs('session', text)
  return read({
    ...span,
    ...(time_zone !== undefined && { time_zone }),
    ...(positions !== null && { positions }),
  })
}

const COUNT_BEHIND = /[ (][x×]? ?(\d{1,4})\)?$/i

/** Splits off `x3` or `(3)` at the end. A plain number may be an hour. */
function withoutPositions(text: string): { rest: string; positions: number | null } {
  const from = Math.max(text.lastIndexOf(' x'), text.lastIndexOf(' ×'), text.lastIndexOf('('))
  const [, count] = from < 0 ? [] : (COUNT_BEHIND.exec(text.slice(from)) ?? [])
  if (count === undefined) return { rest: text, positions: null }
  return { rest: text.slice(0, from).trim(), positions: Number(count) }
}

function withoutZone(text: string): { rest: string; zone: string | null } {
  const from = text.lastIndexOf(' ')
  const last = text.slice(from + 1)
  const isZone = (last.includes('/') || last === 'UTC') && !/^\d/.test(last) && isNamedZone(last)
  return isZone ? { rest: text.slice(0, from).trim(), zone: last } : { rest: text, zone: null }
}

function spanIn(text: string, context: ReadingContext): Pick<WrittenSession, 'starts_at' | 'ends_at'> | null {
  for (const [first, last] of splitsOf(text)) {
    const starts_at = readSessionTime(first, context)
    if (starts_at === null) continue
    const ends_at =
      readSessionTime(last, context) ?? readSessionTime(`${starts_at.slice(0, 10)} ${last}`, context)
    if (ends_at !== null) return { starts_at, ends_at }
  }
  return null
}

function splitsOf(text: string): [string, string][] {
  return TO.flatMap((sign) => {
    const parts = text.split(sign)
    return parts.slice(1).map((_, at): [string, string] => [
      parts
        .slice(0, at + 1)
        .join(sign)
        .trim(),
      parts
        .slice(at + 1)
        .join(sign)
        .trim(),
    ])
  })
}

const BARE_HOUR = /(^| )(\d{1,2}) ?([ap])\.?m\.?$/i

/**
 * Reads the start or end of a session: `2027-03-13T09:00`, with the offset if there is one. Null without a day or a time.
 */
export function readSessionTime(text: string, context: ReadingContext): string | null {
  const full = text.replace(BARE_HOUR, '$1$2:00 $3m')
  const time = datePartsIn(full)?.time
  const day = time ? readDay(full, { ...context, timeZone: undefined }) : null
  if (!time || !day || !isRead(day)) return null
  const clock = [time.hour, time.minute].map((part) => String(part).padStart(2, '0')).join(':')
  return `${day.value}T${clock}${time.offset ?? ''}`
}

/** Writes a session in the form that `readSessionList` reads, in its local time. Null for a session with more fields. */
export function sessionText(session: Record<string, unknown>): string | null {
  const { id: _, starts_at, ends_at, time_zone, positions, note, ...others } = session
  const isPlain = note === undefined && Object.keys(others).length === 0 && typeof positions === 'number'
  if (
    !isPlain ||
    typeof starts_at !== 'string' ||
    typeof ends_at !== 'string' ||
    typeof time_zone !== 'string'
  )
    return null
  const local = (instant: string) =>
    Temporal.Instant.from(instant)
      .toZonedDateTimeISO(time_zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ')
  return `${local(starts_at)} to ${local(ends_at)} ${time_zone} x${positions}`
}

/** Tells whether two lists of sessions are the same work. Sessions that begin at the same time keep their ids. */
export function isSameSessions(one: unknown, other: unknown): boolean {
  const [a, b] = [comparable(one), comparable(other)]
  return a !== null && a === b
}

function comparable(sessions: unknown): string | null {
  if (!Array.isArray(sessions)) return null
  try {
    return JSON.stringify(
      sessions.map(({ starts_at, ends_at, time_zone, positions = 1, note = null }) => [
        instantOf(starts_at, time_zone),
        instantOf(ends_at, time_zone),
        time_zone,
        positions,
        note,
      ]),
    )
  } catch {
    return null
  }
}

/** Returns the epoch milliseconds of a time. Throws for a local time that occurs twice or never in the zone. */
function instantOf(text: string, zone: string): number {
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'reject' })
    .epochMilliseconds
}
