import { monthByName, weekdayByName } from './calendar-words.ts'
import { plainSigns, withoutAccents } from './cell-text.ts'

/** A time of day after a date, with its offset from UTC if it has one. */
export interface ClockTime {
  hour: number
  minute: number
  second: number
  /** `Z`, `+02:00`; null for local time. */
  offset: string | null
}

/** The parts of a written date: its numbers, its month if named, and the signs between them. */
export interface DateParts {
  numbers: string[]
  month: number | null
  /** Position of the month's name among the numbers. */
  monthAt: number
  /** `/`, `.`, `-` or a space if this is the only separator, otherwise null. */
  separator: string | null
  /** Whether an apostrophe marks a number as a year: `May '28`. */
  hasYearMark: boolean
  time: ClockTime | null
}

/** Words around the parts of a date that mean nothing. */
const FILLERS = new Set(
  `of the on at um am den der dem del de d el la le les em o dia as a las alle ore uhr h hrs st nd rd th er o ª º ter gmt time
  date from on/about`.split(/\s+/),
)
const PART = /\d+|\p{L}+|[/.\-,']/gu
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.? ?m\.?)?(?: ?(z|(?:utc|gmt) ?[+-]\d{1,2}(?::?\d{2})?|utc|gmt|[+-]\d{2}:?\d{2}|[ecmp][sd]t|mesz|mez|cest|cet))?(?: ?uhr| ?h)?$/
const MAX_CHARS = 80

/** Splits a date into its parts. Null if the text contains anything else. */
export function datePartsIn(cell: string): DateParts | null {
  if (cell.length > MAX_CHARS) return null
  const { date, time } = withoutTime(
    withoutAccents(plainSigns(cell).replace(/[ªº]/g, '')).replaceAll('-feira', ''),
  )
  if (time === 'wrong') return null
  return partsOf(date, time)
}

/** Splits off the time, which begins with the hour before the first colon. */
function withoutTime(text: string): { date: string; time: ClockTime | null | 'wrong' } {
  const colon = text.indexOf(':')
  if (colon < 0) return { date: text, time: null }
  let from = colon
  while (from > 0 && colon - from < 2 && /\d/.test(text.charAt(from - 1))) from--
  const [, hours, minute, second = '0', half, zone] = TIME.exec(text.slice(from)) ?? []
  const hour = toHourOfDay(Number(hours), half)
  if (hours === undefined || hour > 23 || Number(minute) > 59 || Number(second) > 59)
    return { date: text, time: 'wrong' }
  const before = text.slice(0, from).trimEnd()
  const date = /\d[t]$/.test(before) ? before.slice(0, -1) : before
  return { date, time: { hour, minute: Number(minute), second: Number(second), offset: offsetOf(zone) } }
}

function toHourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return 99
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

const OFFSETS: Readonly<Record<string, string>> = {
  ...{ est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00' },
  ...{ pst: '-08:00', pdt: '-07:00', cet: '+01:00', cest: '+02:00', mez: '+01:00', mesz: '+02:00' },
}

function offsetOf(zone: string | undefined): string | null {
  if (zone === undefined) return null
  if (!/\d/.test(zone)) return OFFSETS[zone] ?? 'Z'
  const from = Math.max(zone.indexOf('+'), zone.indexOf('-'))
  // `GMT-6` of a form is -06:00.
  const [hours = '', minutes = ''] = zone.slice(from + 1).includes(':')
    ? zone.slice(from + 1).split(':')
    : [zone.slice(from + 1, from + 3), zone.slice(from + 3)]
  return `${zone.charAt(from)}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

function partsOf(text: string, time: ClockTime | null): DateParts | null {
  const parts: string[] = [...(text.match(PART) ?? [])]
  // The pattern skips signs that don't belong to a date, such as (.
  if (parts.join('').length !== text.replaceAll(' ', '').length) return null
  const words = parts.filter((part) => /\p{L}/u.test(part) && !FILLERS.has(part))
  const monthName = monthNameOf(words)
  if (monthName === undefined || words.some((word) => word !== monthName && !weekdayByName.has(word)))
    return null
  const numbers = parts.filter((part) => /\d/.test(part))
  const at = monthName === null ? -1 : parts.lastIndexOf(monthName)
  const signs = new Set(parts.filter((part) => '/.-,'.includes(part)))
  const [separator = ' ', ...others] = signs
  return {
    numbers,
    month: monthName === null ? null : (monthByName.get(monthName) ?? null),
    monthAt: parts.slice(0, Math.max(at, 0)).filter((part) => /\d/.test(part)).length,
    separator: others.length === 0 ? separator : null,
    hasYearMark: parts.includes("'"),
    time,
  }
}

/**
 * Returns the month's name: null if there is none, undefined if there are several. In `mar 5 mai`, the word that also names
 * a weekday is ignored.
 */
function monthNameOf(words: readonly string[]): string | null | undefined {
  const names = words.filter((word) => monthByName.has(word))
  if (names.length < 2) return names[0] ?? null
  const [name, ...more] = names.filter((word) => !weekdayByName.has(word))
  return more.length > 0 ? undefined : name
}
