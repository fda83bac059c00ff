import { foldLines, ICalCalendar, ICalEventStatus } from 'ical-generator'
import type { PlacedCheckIn } from './planned-check-ins.ts'
import type { PlacedSession } from './planned-sessions.ts'

/** The calendar data of one engagement. */
export interface EngagementEvents {
  id: string
  title: string
  /** Who meets, such as `Check-in with Maya`. */
  summary: string
  checkIns: readonly PlacedCheckIn[]
  /** Who meets at sessions, such as `Session with Maya`. */
  sessionSummary: string
  sessions: readonly PlacedSession[]
  version: number
  updatedAt: Date
}

const REFRESH_S = 3600

/**
 * Writes check-ins and sessions as an iCalendar file (RFC 5545) in pieces, one per engagement, so that a long calendar does
 * not block the event loop. Send it as `text/calendar; charset=utf-8`. Times are in UTC. The nth check-in of an engagement
 * keeps its UID, so one that moves also moves in the reader's calendar; a session keeps its UID through its id. The
 * engagement's version is the SEQUENCE. Titles, notes and summaries are the only personal data. RFC 5545 requires at least
 * one component, so strict readers may refuse a file without events.
 *
 * @throws Error for an invalid date
 */
export function* calendarOf(engagements: Iterable<EngagementEvents>, name?: string): Generator<string> {
  const empty = calendar(name).toString()
  const end = empty.lastIndexOf('END:VCALENDAR')
  yield empty.slice(0, end)
  for (const engagement of engagements) yield eventsOf(engagement)
  yield `${empty.slice(end)}\r\n`
}

function calendar(name: string | undefined): ICalCalendar {
  return new ICalCalendar({
    prodId: { company: 'SmartSource', product: 'Check-ins' },
    scale: 'gregorian',
    ...(name !== undefined && { name: withoutControls(name), ttl: REFRESH_S }),
  })
}

function eventsOf(engagement: EngagementEvents): string {
  const { id, title, summary, sessionSummary } = engagement
  const checkIns = engagement.checkIns.map((one) => ({
    ...one,
    // No host name: RFC 7986 §5.3. The engagement's id makes it unique.
    uid: `${id}-check-in-${one.place}`,
    summary,
    description: title,
  }))
  const sessions = engagement.sessions.map((one) => ({
    ...one,
    uid: `${id}-${one.id}`,
    summary: sessionSummary,
    description: one.note === null ? title : `${title}\n${one.note}`,
  }))
  return foldLines([...checkIns, ...sessions].map((event) => eventOf(engagement, event)).join(''))
}

interface Placed {
  uid: string
  startsAt: Date
  endsAt: Date
  summary: string
  description: string
  isCancelled: boolean
}

function eventOf({ version, updatedAt }: EngagementEvents, event: Placed): string {
  return calendar(undefined)
    .createEvent({
      id: event.uid,
      sequence: version,
      stamp: updatedAt,
      lastModified: updatedAt,
      start: event.startsAt,
      end: event.endsAt,
      summary: withoutControls(event.summary),
      description: withoutControls(event.description),
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    .toString()
}

/** Replaces control characters other than line breaks, which iCalendar does not allow, with spaces. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/(?![\r\n])\p{Cc}/gu, ' ')
}
