import { ICalCalendar } from 'ical-generator'
import type { CheckIn } from './check-ins.ts'

export interface EngagementCalendar {
  id: string
  title: string
  /** The name of the other side, whom the reader meets. */
  with: string
  /** All check-ins from the first on: the place of a check-in identifies it. */
  checkIns: readonly CheckIn[]
  updatedAt: Date
}

/**
 * Writes the check-ins of an engagement as an iCalendar file (RFC 5545), one event each, in UTC. Send it as
 * `text/calendar; charset=utf-8`. The nth check-in keeps its UID, so a check-in that moves also moves in the reader's
 * calendar. The title and the given name are the only personal data. RFC 5545 requires at least one component, so strict
 * readers may refuse a file without check-ins.
 *
 * @throws Error for an invalid date
 */
export function calendarOf({ id, title, with: name, checkIns, updatedAt }: EngagementCalendar): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'SmartSource', product: 'Check-ins' },
    scale: 'gregorian',
  })
  for (const [at, { startsAt, endsAt }] of checkIns.entries())
    calendar.createEvent({
      // No host name: RFC 7986 §5.3. The engagement's id is unique without it.
      id: `${id}-check-in-${at + 1}`,
      stamp: updatedAt,
      start: startsAt,
      end: endsAt,
      summary: withoutControls(`Check-in with ${name}`),
      description: withoutControls(title),
    })
  return `${calendar.toString()}\r\n`
}

/** Control characters other than line breaks, which iCalendar does not allow, become spaces. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/(?![\r\n])\p{Cc}/gu, ' ')
}
