import { MINUTE_MS } from '../../shared/time.ts'
/** A rhythm of check-ins. Dates are ISO (`2026-03-02`), the time is local (`09:30`), the zone an IANA name. */
export interface CheckInPlan {
  startsOn: string
  /** The last day on which one may fall; null for a plan without an end. */
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
 * The check-ins of a plan, in order, at most `max`: the first on the day it starts, then every so many
 * days, through the day it ends. Each begins at the same local time, whatever the clocks of the zone do;
 * a local time that they skip moves forward by what they skip (02:30 becomes 03:30), and of one that they
 * repeat the earlier counts. `minutes` is the time that really passes.
 *
 * @throws RangeError for a date, time or zone that does not exist, and where `everyDays` is not a whole
 * number of at least 1, or `minutes` of at least 0
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
