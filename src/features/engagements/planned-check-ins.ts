import { utcDay } from '../../shared/time.ts'
import { type CheckIn, checkInsOf } from './check-ins.ts'
import type { DroppedCheckIn, EngagementRow } from './engagements.table.ts'

const DAYS_OF_A_YEAR = 366

/** A check-in of an engagement. Its place, from 1, identifies it, so that a moved check-in stays the same event. */
export interface PlacedCheckIn extends CheckIn {
  place: number
  isCancelled: boolean
}

type Planned = Pick<EngagementRow, 'plan' | 'startedAt' | 'endedAt' | 'droppedCheckIns'>

/**
 * Returns all check-ins of an engagement in order of place. Those that the plan has dropped, and those after the end of the
 * work, are cancelled. A plan without an end is listed for one year.
 */
export function placedCheckIns(engagement: Planned): PlacedCheckIn[] {
  const { endedAt } = engagement
  const planned = plannedCheckIns(engagement).map(({ startsAt, endsAt }, at) => ({
    place: at + 1,
    startsAt,
    endsAt,
    isCancelled: endedAt !== null && startsAt > endedAt,
  }))
  const dropped = engagement.droppedCheckIns.map(({ place, starts_at, ends_at }) => ({
    place,
    startsAt: new Date(starts_at),
    endsAt: new Date(ends_at),
    isCancelled: true,
  }))
  return [...planned, ...dropped]
}

/**
 * Returns the check-ins that calendars must cancel once the plan is `changed`: those after its last place, as they were last
 * shown.
 */
export function droppedBy(before: Planned, changed: Planned): DroppedCheckIn[] {
  const kept = plannedCheckIns(changed).length
  return placedCheckIns(before)
    .filter(({ place }) => place > kept)
    .map(({ place, startsAt, endsAt }) => ({
      place,
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
    }))
}

function plannedCheckIns({ plan, startedAt }: Pick<EngagementRow, 'plan' | 'startedAt'>): CheckIn[] {
  if (!plan.check_ins) return []
  const startsOn = plan.starts_on ?? utcDay(startedAt)
  return checkInsOf(
    {
      startsOn,
      endsOn: plan.ends_on ?? Temporal.PlainDate.from(startsOn).add({ years: 1 }).toString(),
      everyDays: plan.check_ins.every_days,
      timeZone: plan.check_ins.time_zone,
      startTime: plan.check_ins.start,
      minutes: plan.check_ins.minutes,
    },
    DAYS_OF_A_YEAR,
  )
}
