import type { Fault } from '../../shared/errors.ts'
import { type MessageValues, message } from '../../shared/messages/index.ts'
import { dayIn, MINUTE_MS } from '../../shared/time.ts'
import { type Side, sides } from '../introductions/index.ts'
import { type Merge, readLocalTime } from '../postings/index.ts'
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

/**
 * Returns the row with its local times as instants, read in a time zone. A time that its clocks show twice or never is a fault:
 * it may mean an hour of work more or less.
 */
export function onClocksOf(
  zone: string,
  patch: Merge['patch'],
): { patch: Merge['patch'] } | { faults: Fault[] } {
  const read = TIMES.flatMap((field) => {
    const text = patch[field]
    return isLocal(text) ? [{ field, time: readLocalTime(text, zone) }] : []
  })
  const faults = read.flatMap(({ field, time }) =>
    'fault' in time ? [{ pointer: `/${field}`, code: 'invalid_value', messages: [time.fault] }] : [],
  )
  if (faults.length > 0) return { faults }
  const times = read.flatMap(({ field, time }) =>
    'ms' in time ? [[field, new Date(time.ms).toISOString()] as const] : [],
  )
  return { patch: { ...patch, ...Object.fromEntries(times) } }
}

function isLocal(value: unknown): value is string {
  return typeof value === 'string' && LOCAL_TIME.test(value)
}

/**
 * Reads the work of a row, whose times are instants: a sum with its day, or start and end. One of the two ends may be missing if
 * the row has the hours. Exported lists have both for entries with a start: then the sum must match the span, and only the span
 * is used. A row whose sum differs is refused, since it is unclear which of the two was changed. Work with a break is a sum.
 */
export function writtenHours(patch: Merge['patch'], zone: string): WrittenHours | { faults: Fault[] } {
  const side = sides.find((one) => one === patch.side)
  const pause = typeof patch.break_minutes === 'number' ? patch.break_minutes : 0
  const sum = {
    ...(typeof patch.worked_on === 'string' && { worked_on: patch.worked_on }),
    ...(typeof patch.hours === 'number' && { hours: patch.hours }),
  }
  const span = spanOf(patch, minutesOf(sum.hours ?? 0) + pause)
  const missing = span ? null : missingIn(patch)
  if (missing) return { faults: [missing] }
  if (!span) return { work: sum, side }
  const minutes = Math.round((Date.parse(span.ends_at) - Date.parse(span.starts_at)) / MINUTE_MS)
  if (pause > 0 && minutes > pause) {
    const hours = sum.hours ?? (minutes - pause) / MINUTES_PER_HOUR
    // The hours of a list may include the break or not: only one of the two is consistent.
    if (minutesOf(hours) === minutes - pause)
      return { work: { worked_on: sum.worked_on ?? dayIn(zone, new Date(span.starts_at)), hours }, side }
  } else if (sum.hours === undefined || minutesOf(sum.hours) === minutes) return { work: span, side }
  const said = message('fault_hours_differ', { hasBreak: Boolean(pause) })
  return { faults: [{ pointer: '/hours', code: 'two_values', messages: [said] }] }
}

/** Returns start and end. If one is missing, it is `minutes` from the other. Null for a row with neither, or without minutes. */
function spanOf({ starts_at, ends_at }: Merge['patch'], minutes: number) {
  const start = typeof starts_at === 'string' ? starts_at : null
  const end = typeof ends_at === 'string' ? ends_at : null
  if (start !== null && end !== null) return { starts_at: start, ends_at: end }
  const given = start ?? end
  if (given === null || minutes <= 0) return null
  const other = new Date(Date.parse(given) + (start === null ? -minutes : minutes) * MINUTE_MS).toISOString()
  return { starts_at: start ?? other, ends_at: end ?? other }
}

/** Says which part of the work a row lacks, in the words of a timesheet. */
function missingIn({ worked_on, hours, starts_at, ends_at }: Merge['patch']): Fault | null {
  const fault = (field: string, what: MessageValues['fault_of_work']['what']): Fault => ({
    pointer: `/${field}`,
    code: 'required',
    messages: [message('fault_of_work', { what })],
  })
  if (typeof starts_at === 'string') return fault('ends_at', 'row_without_end')
  if (typeof ends_at === 'string') return fault('starts_at', 'row_without_start')
  if (typeof hours !== 'number') return fault('hours', 'row_without_hours')
  return typeof worked_on === 'string' ? null : fault('worked_on', 'row_without_day')
}
