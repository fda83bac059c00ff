import { foldLines, ICalCalendar, ICalEventStatus } from 'ical-generator'
import type { PlacedCheckIn } from './planned-check-ins.ts'

/** One engagement as a calendar shows it. */
export interface EngagementEvents {
  id: string
  title: string
  /** Who meets, such as `Check-in with Maya`. */
  summary: string
  checkIns: readonly PlacedCheckIn[]
  version: number
  updatedAt: Date
}

const REFRESH_S = 3600

/**
 * Writes check-ins as an iCalendar file (RFC 5545) in pieces, one for each engagement, so that a long calendar holds nobody up.
 * Send it as `text/calendar; charset=utf-8`. Times are in UTC. The nth check-in of an engagement keeps its UID, so one
 * that moves also moves in the reader's calendar. The engagement's version is the SEQUENCE. Title and summary are the only
 * personal data. RFC 5545 requires at least one component, so strict readers may refuse a file without check-ins.
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

function eventsOf({ id, title, summary, checkIns, version, updatedAt }: EngagementEvents): string {
  const events = calendar(undefined)
  const texts = checkIns.map(({ place, startsAt, endsAt, isCancelled }) =>
    events
      .createEvent({
        // No host name: RFC 7986 §5.3. The engagement's id is unique without it.
        id: `${id}-check-in-${place}`,
        sequence: version,
        stamp: updatedAt,
        lastModified: updatedAt,
        start: startsAt,
        end: endsAt,
        summary: withoutControls(summary),
        description: withoutControls(title),
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      })
      .toString(),
  )
  return foldLines(texts.join(''))
}

/** Control characters other than line breaks, which iCalendar does not allow, become spaces. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/(?![\r\n])\p{Cc}/gu, ' ')
}
