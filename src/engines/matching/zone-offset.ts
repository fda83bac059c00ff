import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'

const MAX_CACHED_WEEKS = 100
/** More than the number of zones, less than the number of possible spellings. */
const MAX_CACHED_ZONES = 1000
const formats = new Map<string, Intl.DateTimeFormat | null>()
/** By week, then by zone. */
const offsets = new Map<number, Map<string, number>>()

/**
 * Returns the minutes that a zone is ahead of UTC in the week that begins on this Monday (midnight UTC, ms). Computed
 * at Monday noon, so exact for the whole week except a Sunday on which clocks change. A zone unknown to this runtime
 * counts as UTC.
 */
export function zoneOffsetMinutes(timeZone: string, mondayMs: number): number {
  const byZone = offsetsOfWeek(mondayMs)
  const known = byZone.get(timeZone)
  if (known !== undefined) return known
  const offset = readOffset(timeZone, mondayMs + DAY_MS / 2)
  if (byZone.size >= MAX_CACHED_ZONES) byZone.clear()
  byZone.set(timeZone, offset)
  return offset
}

function offsetsOfWeek(mondayMs: number): Map<string, number> {
  const known = offsets.get(mondayMs)
  if (known) return known
  if (offsets.size >= MAX_CACHED_WEEKS) offsets.clear()
  const byZone = new Map<string, number>()
  offsets.set(mondayMs, byZone)
  return byZone
}

function readOffset(timeZone: string, atMs: number): number {
  const format = formatOf(timeZone)
  if (!format) return 0
  const part = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]))
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute)
  return Math.round((local - atMs) / MINUTE_MS)
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = createFormat(timeZone)
  if (formats.size >= MAX_CACHED_ZONES) formats.clear()
  formats.set(timeZone, format)
  return format
}

function createFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  } catch {
    return null
  }
}
