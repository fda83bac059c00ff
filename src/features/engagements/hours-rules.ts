import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError, type Fault } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import type { HelperId } from '../../shared/ids.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { DAY_MS, dayIn, isTimeZone, MINUTE_MS } from '../../shared/time.ts'
import { createHelpersRepository } from '../postings/index.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { endOf } from './find-engagement.ts'
import { createHoursRepository, type HoursId } from './hours.repository.ts'
import { MINUTES_PER_HOUR, MOST_MINUTES_OF_DAY, minutesOf, type WorkInput } from './hours.schemas.ts'

/** Clocks of two machines may differ by this much. */
const SKEW_MS = 5 * MINUTE_MS

/** Timesheets often come late, so hours may be logged for this many days after the work ended. */
export const LATE_DAYS = 30

/** Throws `engagement_not_active` once hours can no longer be logged: 30 days after the work ended. */
export function requireOpenForHours({ endedAt, status }: EngagementRow, now: Date): void {
  if (!endedAt || now.getTime() <= endedAt.getTime() + LATE_DAYS * DAY_MS) return
  throw new DomainError(
    'engagement_not_active',
    `The engagement ${endOf({ status })}, and hours can be logged for ${LATE_DAYS} days after that. If the work goes on, propose it again with POST /v1/introductions.`,
  )
}

/** Why confirmed hours can't be answered or changed again. */
export const HOURS_CONFIRMED = {
  code: 'hours_answered',
  said: message('fault_of_work', { what: 'hours_confirmed' }),
} as const

/** The work of an entry. */
export type WorkDone = Pick<HoursRow, 'workedOn' | 'hours' | 'startsAt' | 'endsAt'>

/**
 * Reads the work of an entry: a sum with its day, or start and end. The day is then that of the start in the plan's time
 * zone. Throws `validation_failed` for a day after today or outside the work, and for more than 24 hours.
 */
export function readWork(ctx: Context, engagement: EngagementRow, { input, zone }: WorkInZone): WorkDone {
  const work = workOf(input, zone)
  const faults = [
    ...faultsOfSpan(work, input),
    ...faultsOfDay(engagement, work, { zone, now: ctx.clock(), input }),
  ]
  if (faults.length > 0) throw validationFailed(faults)
  return work
}

interface WorkInZone {
  input: WorkInput
  /** Time zone of the engagement, see `zoneOf`. */
  zone: string
}

/** Time zones of helpers that a caller has already read. */
export type HelperZones = ReadonlyMap<HelperId, string>

/** Reads the time zones of the helpers of many engagements, as far as `zoneOf` needs them. */
export async function readHelperZones(
  { db }: Context,
  engagements: readonly EngagementRow[],
): Promise<HelperZones> {
  const named = engagements.flatMap(({ plan, offerPartnerId, helperId }) =>
    plan.check_ins ? [] : [{ partnerId: offerPartnerId, id: helperId }],
  )
  return named.length === 0 ? new Map() : createHelpersRepository(db).zonesOf(named)
}

/** Returns the time zone of the plan, otherwise that of the helper. Asks for the helper unless `known` has its zone. */
export async function zoneOf(ctx: Context, engagement: EngagementRow, known?: HelperZones): Promise<string> {
  const { plan, helperId } = engagement
  const zone =
    plan.check_ins?.time_zone ??
    known?.get(helperId) ??
    (await readHelperZones(ctx, [engagement])).get(helperId)
  return zone !== undefined && isTimeZone(zone) ? zone : 'UTC'
}

function workOf({ worked_on = '', hours = 0, starts_at, ends_at }: WorkInput, zone: string): WorkDone {
  if (starts_at === undefined || ends_at === undefined)
    return { workedOn: worked_on, hours: minutesOf(hours) / MINUTES_PER_HOUR, startsAt: null, endsAt: null }
  const [startsAt, endsAt] = [new Date(starts_at), new Date(ends_at)]
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)
  return { workedOn: dayIn(zone, startsAt), hours: minutes / MINUTES_PER_HOUR, startsAt, endsAt }
}

function faultsOfSpan({ startsAt, endsAt, hours }: WorkDone, input: WorkInput): Fault[] {
  if (!startsAt || !endsAt) return []
  if (endsAt.getTime() - startsAt.getTime() < MINUTE_MS)
    return [fault('/ends_at', 'too_short', message('fault_of_work', { what: 'span_short' }))]
  if (minutesOf(hours) > MOST_MINUTES_OF_DAY)
    return [
      fault(
        '/ends_at',
        'too_long',
        message('fault_span_long', { from: input.starts_at ?? startsAt.toISOString() }),
      ),
    ]
  return []
}

function faultsOfDay(
  { plan, startedAt, endedAt }: EngagementRow,
  { workedOn, endsAt }: WorkDone,
  { zone, now, input }: { zone: string; now: Date; input: WorkInput },
): Fault[] {
  const at = input.starts_at === undefined ? '/worked_on' : '/starts_at'
  const today = dayIn(zone, now)
  const accepted = dayIn(zone, startedAt)
  const first = plan.starts_on !== null && plan.starts_on < accepted ? plan.starts_on : accepted
  const last = endedAt && dayIn(zone, endedAt)
  if (workedOn > today || (endsAt && dayIn(zone, endsAt) > today))
    return [fault(at, 'after_today', message('fault_after_today', { day: today, zone }))]
  if (endsAt && endsAt.getTime() > now.getTime() + SKEW_MS)
    return [fault('/ends_at', 'not_over', message('fault_of_work', { what: 'not_over' }))]
  if (workedOn < first) return [fault(at, 'before_start', message('fault_before_work', { day: first }))]
  if (last !== null && workedOn > last)
    return [fault(at, 'after_end', message('fault_after_work', { day: last }))]
  return []
}

/**
 * Throws `validation_failed` if a helper would have worked more than 24 hours on a day, over all engagements. Work counts on
 * the day on which it began, and what continues after midnight also counts on the next day. Blocks other entries of this
 * helper until the transaction ends. `instead` is the entry that this work replaces.
 */
export async function requireRoomInDay(
  ctx: WriteContext,
  engagement: EngagementRow,
  { work, zone, instead }: { work: WorkDone; zone: string; instead: HoursId | null },
): Promise<void> {
  const repository = createHoursRepository(ctx.db)
  await repository.lockDaysOf(engagement.helperId)
  const day = Temporal.PlainDate.from(work.workedOn)
  const next = day.add({ days: 1 })
  for (const [on, minutes] of [
    [day, minutesOf(work.hours)],
    [next, minutesAfter(midnight(next, zone), work)],
  ] as const) {
    if (minutes <= 0) continue
    const others = await repository.minutesOfDay(engagement, {
      day: on.toString(),
      dayBefore: on.subtract({ days: 1 }).toString(),
      midnight: midnight(on, zone),
      without: instead,
    })
    if (others + minutes > MOST_MINUTES_OF_DAY) throw dayIsFull(on.toString())
  }
}

/**
 * Throws `validation_failed` if the engagement has an entry of the same time, by either side: nobody works twice at once. Disputed
 * entries, and those that were corrected to nothing, don't count. Must be called with the helper's days locked.
 */
export async function requireNoOverlap(
  ctx: WriteContext,
  { id }: EngagementRow,
  { work: { startsAt, endsAt }, instead }: { work: WorkDone; instead: HoursId | null },
): Promise<void> {
  if (!startsAt || !endsAt) return
  const same = await createHoursRepository(ctx.db).atSameTime(id, { startsAt, endsAt, without: instead })
  if (!same?.startsAt || !same.endsAt) return
  const [from, to] = [same.startsAt.toISOString(), same.endsAt.toISOString()]
  const said = message('fault_overlaps', { id: same.id, side: same.loggedBy, from, to })
  throw validationFailed([fault('/starts_at', 'overlaps', said)])
}

function midnight(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds)
}

function minutesAfter(instant: Date, { endsAt }: WorkDone): number {
  return endsAt ? Math.round((endsAt.getTime() - instant.getTime()) / MINUTE_MS) : 0
}

function dayIsFull(day: string): DomainError {
  return validationFailed([fault('/hours', 'too_many_hours', message('fault_day_full', { day }))])
}

function fault(pointer: string, code: string, said: Message): Fault {
  return { pointer, code, messages: [said] }
}
