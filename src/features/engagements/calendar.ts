import type { CheckIn } from './check-ins.ts'

const LINE_OCTETS = 75

export interface EngagementCalendar {
  id: string
  title: string
  /** Whom the reader meets: the name of the other side. */
  with: string
  /** All of them from the first on: a check-in is known by its place. */
  checkIns: readonly CheckIn[]
  updatedAt: Date
}

/**
 * The check-ins of an engagement as an iCalendar file (RFC 5545; answer it as `text/calendar; charset=utf-8`):
 * one event each, in UTC. The nth check-in keeps its UID, so that one that was moved moves in the
 * reader's calendar too. Nothing personal is in it but the title and the name given. RFC 5545 wants at least
 * one component, so a file without check-ins is one that a strict reader may refuse.
 *
 * @throws RangeError for an invalid date
 */
export function calendarOf(engagement: EngagementCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SmartSource//Check-ins//EN',
    'CALSCALE:GREGORIAN',
    ...engagement.checkIns.flatMap((checkIn, index) => eventOf(engagement, checkIn, index + 1)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(engagement: EngagementCalendar, checkIn: CheckIn, place: number): string[] {
  return [
    'BEGIN:VEVENT',
    // No host in it: RFC 7986 §5.3. The engagement's id is unique by itself.
    `UID:${engagement.id}-check-in-${place}`,
    `DTSTAMP:${utc(engagement.updatedAt)}`,
    `DTSTART:${utc(checkIn.startsAt)}`,
    `DTEND:${utc(checkIn.endsAt)}`,
    `SUMMARY:${escaped(`Check-in with ${engagement.with}`)}`,
    `DESCRIPTION:${escaped(engagement.title)}`,
    'END:VEVENT',
  ]
}

/** `20260302T150000Z`. */
function utc(date: Date): string {
  return date.toISOString().replace(/\.\d+|[-:]/g, '')
}

/** TEXT (RFC 5545 §3.3.11); control characters, which it does not allow, become spaces. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

/** Folded at 75 octets (RFC 5545 §3.1), never inside a character. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
