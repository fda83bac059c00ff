import type { Fault } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'
import { HOUR_MS, utcDay } from '../../shared/time.ts'
import { type DayRangeInput, readDays } from './day-ranges.ts'

/** Code of a fault that depends only on the date. */
export const IN_THE_PAST = 'in_the_past'

/** The last time zone is twelve hours behind UTC, so a day has not ended everywhere until then. */
const LAST_ZONE_MS = 12 * HOUR_MS

interface Ends {
  status: string
  endsOn: string | null
  deadlineAt?: Date | null
  /** Days on which the helper can come. Empty: any day. */
  dates?: readonly DayRangeInput[]
}

/**
 * Throws `validation_failed` if a posting is open until a day or time that has passed, or its last date has, so that it would match
 * nothing. A
 * posting that already had this end may keep it, so that old postings can still be changed.
 */
export function requireNotPast(
  posting: Ends,
  { before, now }: { before: Ends | undefined; now: Date },
): void {
  if (posting.status !== 'open') return
  const { endsOn, deadlineAt } = posting
  const kept = before?.status === 'open' ? before : undefined
  const firstDay = utcDay(new Date(now.getTime() - LAST_ZONE_MS))
  const faults: Fault[] = []
  if (endsOn && endsOn < firstDay && endsOn !== kept?.endsOn) faults.push(pastFault('/ends_on', 'day_passed'))
  if (deadlineAt && deadlineAt <= now && deadlineAt.getTime() !== kept?.deadlineAt?.getTime())
    faults.push(pastFault('/deadline_at', 'time_passed'))
  const lastDay = lastDayOf(posting)
  if (lastDay && lastDay < firstDay && lastDay !== lastDayOf(kept))
    faults.push(pastFault('/dates', 'day_passed'))
  if (faults.length > 0) throw validationFailed(faults)
}

function lastDayOf(posting: Ends | undefined): string | undefined {
  return readDays(posting?.dates)
    .map(({ ends_on }) => ends_on)
    .sort()
    .at(-1)
}

function pastFault(pointer: string, what: 'day_passed' | 'time_passed'): Fault {
  return { pointer, code: IN_THE_PAST, messages: [message('fault_of_posting', { what })] }
}
