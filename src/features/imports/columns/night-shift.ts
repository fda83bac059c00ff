import type { RowRemark } from '../imports.table.ts'
import { plainSigns } from '../values/cell-text.ts'
import { hoursOfShift } from '../values/clock-spans.ts'
import { readAsValue } from '../values/reading.ts'
import { isTimeOfDay } from './join-dates.ts'

/** Longer work is rather a typing error: `10:00` to `09:00`. */
const LONGEST_HOURS = 12
const MINUTES_PER_HOUR = 60
const SECONDS = /^(\d{1,2}:\d{2}):\d{2}/

/**
 * Moves the end of work after its start, if both cells are times of the day beside a date: `22:00` to `02:00` ends on the next
 * day, and `9` to `5` in the afternoon, like in one cell (`22:00-02:00`). Returns a notice, or null if nothing was moved.
 */
export function moveEndAfterStart(
  patch: Record<string, unknown>,
  { start, end }: { start: string | undefined; end: string | undefined },
): RowRemark | null {
  const { starts_at: startsAt, ends_at: endsAt } = patch
  if (typeof startsAt !== 'string' || typeof endsAt !== 'string' || endsAt > startsAt) return null
  if (start === undefined || end === undefined || !isTimeOfDay(start) || !isTimeOfDay(end)) return null
  const hours = hoursOfShift([start, end].map((text) => plainSigns(text).replace(SECONDS, '$1')).join(' - '))
  if (hours === null || hours > LONGEST_HOURS) return null
  const moved = Temporal.PlainDateTime.from(startsAt).add({ minutes: Math.round(hours * MINUTES_PER_HOUR) })
  patch.ends_at = moved.toString({ smallestUnit: 'second' })
  const shown = moved.toString({ smallestUnit: 'minute' }).replace('T', ' ')
  return { column: 'ends_at', code: 'value_read_as', details: [readAsValue(end, shown)], value: end }
}
