import { MINUTE_MS } from '../../shared/time.ts'
/** The schedule of check-ins. Dates are ISO (`2026-03-02`), the time is local (`09:30`), the zone is an IANA name. */
export interface CheckInPlan {
  startsOn: string
  /** The last possible day; null for a plan without an end. */
  endsOn: string | null
  everyDays: number
  timeZone: string
  startTime: string
  minutes: number
}

export interface CheckIn {
  startsAt: Date
  endsAt: Date
}

/**
 * Returns at most `max` check-ins of a plan in order: the first on its start day, then every `everyDays` days, up to its end
 * day. Each begins at the same local time, regardless of clock changes. A local time that is skipped moves forward by the
 * gap (02:30 becomes 03:30); of a time that occurs twice, the earlier is used. `minutes` is elapsed time.
 *
 * @throws RangeError for a date, time or zone that does not exist, and if `everyDays` is not a whole number of at least 1,
 * or `minutes` of at least 0
 */
export function checkInsOf(plan: CheckInPlan, max = 200): CheckIn[] {
  const { everyDays, minutes, timeZone } = plan
  if (!Number.isInteger(everyDays) || everyDays < 1) throw new RangeError('everyDays is 1 or more')
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError('minutes is 0 or more')
  const startsOn = Temporal.PlainDate.from(plan.startsOn)
  const endsOn = plan.endsOn === null ? null : Temporal.PlainDate.from(plan.endsOn)
  const plainTime = Temporal.PlainTime.from(plan.startTime)

  const checkIns: CheckIn[] = []
  while (checkIns.length < max) {
    const day = startsOn.add({ days: checkIns.length * everyDays })
    if (endsOn && Temporal.PlainDate.compare(day, endsOn) > 0) break
    const startsAtMs = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
    checkIns.push({ startsAt: new Date(startsAtMs), endsAt: new Date(startsAtMs + minutes * MINUTE_MS) })
  }
  return checkIns
}
