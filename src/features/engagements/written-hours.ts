import type { Fault } from '../../shared/errors.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { type Side, sides } from '../introductions/index.ts'
import type { Merge } from '../postings/index.ts'
import { minutesOf, type WorkInput } from './hours.schemas.ts'

const MINUTES_PER_HOUR = 60

/** The work that a row of a spreadsheet describes. */
interface WrittenHours {
  work: WorkInput
  side: Side | undefined
}

const TIMES = ['starts_at', 'ends_at'] as const
/** A time without an offset. */
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/

/** Returns whether a row has a start or an end without an offset. */
export function hasLocalTimes(patch: Merge['patch']): boolean {
  return TIMES.some((field) => isLocal(patch[field]))
}

/** Returns the row with its local times as instants, read in a time zone. */
export function onClocksOf(zone: string, patch: Merge['patch']): Merge['patch'] {
  const times = TIMES.flatMap((field) => {
    const text = patch[field]
    if (!isLocal(text)) return []
    const { epochMilliseconds } = Temporal.PlainDateTime.from(text).toZonedDateTime(zone)
    return [[field, new Date(epochMilliseconds).toISOString()] as const]
  })
  return { ...patch, ...Object.fromEntries(times) }
}

function isLocal(value: unknown): value is string {
  return typeof value === 'string' && LOCAL_TIME.test(value)
}

/**
 * Reads the work of a row: a sum with its day, or start and end. Exported lists have both for entries with a start: then the
 * sum must match the span, and only the span is used. A row whose sum differs is refused, since it is unclear which of the
 * two was changed. Work with a break is a sum.
 */
export function writtenHours(patch: Merge['patch']): WrittenHours | { faults: Fault[] } {
  const { worked_on, hours, starts_at, ends_at, break_minutes: pause = 0 } = patch
  const side = sides.find((one) => one === patch.side)
  const isText = (value: unknown) => typeof value === 'string'
  const sum = {
    ...(isText(worked_on) && { worked_on: String(worked_on) }),
    ...(typeof hours === 'number' && { hours }),
  }
  if (!isText(starts_at) && !isText(ends_at)) return { work: sum, side }
  const span = {
    ...(isText(starts_at) && { starts_at: String(starts_at) }),
    ...(isText(ends_at) && { ends_at: String(ends_at) }),
  }
  const minutes = Math.round((Date.parse(span.ends_at ?? '') - Date.parse(span.starts_at ?? '')) / MINUTE_MS)
  if (typeof pause === 'number' && pause > 0 && minutes > pause) {
    const hoursWorked = sum.hours ?? (minutes - pause) / MINUTES_PER_HOUR
    // The hours of a list may include the break or not: only one of the two is consistent.
    if (minutesOf(hoursWorked) === minutes - pause) {
      const day = sum.worked_on ?? String(starts_at).slice(0, 10)
      return { work: { worked_on: day, hours: hoursWorked }, side }
    }
  } else if (sum.hours === undefined || minutesOf(sum.hours) === minutes) return { work: span, side }
  const detail = `The hours are not those between starts_at and ends_at${pause ? ' without the break' : ''}. Correct one of them, or leave the hours blank.`
  return { faults: [{ pointer: '/hours', code: 'two_values', detail }] }
}
