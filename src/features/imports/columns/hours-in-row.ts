import { message } from '../../../shared/messages/index.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import type { RowRemark } from '../imports.table.ts'

/** The column of hours including breaks. */
export const GROSS_HOURS = 'gross_hours'
/** The column of times of the day between which somebody worked. */
export const SHIFT_TIMES = 'shift_times'

const MINUTES_PER_HOUR = 60

/**
 * Subtracts the break from the hours of a timesheet row, if the column includes breaks or the hours equal the time between
 * start and end. A notice reports this. Null if the hours stay as they are.
 */
export function hoursWithoutBreak(
  patch: Readonly<Record<string, unknown>>,
): { hours: number; notice: RowRemark | null } | null {
  const { [GROSS_HOURS]: gross, hours, break_minutes: pause = 0 } = patch
  const written = typeof hours === 'number' ? hours : gross
  if (typeof written !== 'number') return null
  const minutes = Math.round(written * MINUTES_PER_HOUR)
  const isGross = typeof hours !== 'number' || minutes === minutesOfSpan(patch)
  if (!isGross || typeof pause !== 'number' || pause <= 0 || pause >= minutes)
    return typeof hours === 'number' ? null : { hours: written, notice: null }
  const left = (minutes - pause) / MINUTES_PER_HOUR
  const details = [
    message('import_hours_without_break', {
      hours: shown(written),
      minutes: pause,
      left: shown(left),
    }),
  ]
  return { hours: left, notice: { column: 'hours', code: 'value_read_as', details, value: String(written) } }
}

function minutesOfSpan({ starts_at, ends_at }: Readonly<Record<string, unknown>>): number | null {
  if (typeof starts_at !== 'string' || typeof ends_at !== 'string') return null
  return Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / MINUTE_MS)
}

function shown(hours: number): number {
  return Math.round(hours * 100) / 100
}
