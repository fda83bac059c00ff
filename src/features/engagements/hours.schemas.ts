import { z } from 'zod'
import { issueText } from '../../shared/issue-messages.ts'
import * as wire from '../../shared/wire.ts'
import { sides } from '../introductions/index.ts'

export const MINUTES_PER_HOUR = 60
export const MOST_MINUTES_OF_DAY = 24 * MINUTES_PER_HOUR
/** Most entries that one request may confirm. */
export const MOST_CONFIRMED = 200

const side = z.enum(sides)
/** The side for which the caller speaks. Required only if both sides belong to the caller. */
export const asSide = { side: side.optional().describe('Required only if both sides are yours') }

const hoursOfDay = z
  .number()
  .max(24)
  .refine(isMinuteOrMore, issueText('fault_of_work', { what: 'minute' }))
  .describe('Hours worked on that day, accurate to the minute')
const work = {
  worked_on: wire.day.optional().describe('Day of the work. Required with `hours`'),
  hours: hoursOfDay.optional(),
  starts_at: wire.instant.optional().describe('When the work began, instead of `worked_on` and `hours`'),
  ends_at: wire.instant.optional().describe('When the work ended. Required with `starts_at`'),
}
type Work = { [K in keyof typeof work]?: z.output<(typeof work)[K]> }

/** Tells whether work is a sum with its day, or a start and an end. */
function isWork({ worked_on, hours, starts_at, ends_at }: Work): boolean {
  const isSum = worked_on !== undefined && hours !== undefined
  const isSpan = starts_at !== undefined && ends_at !== undefined
  return isSum
    ? starts_at === undefined && ends_at === undefined
    : isSpan && worked_on === undefined && hours === undefined
}
const WHICH = issueText('fault_of_work', { what: 'hours_or_span' })

export const hoursInput = z
  .strictObject({ ...asSide, ...work })
  .refine(isWork, WHICH)
  .meta({ id: 'HoursBody' })
export const hoursChange = z.strictObject(work).refine(isWork, WHICH).meta({ id: 'HoursChange' })
export type WorkInput = Work

export const correctionInput = z
  .strictObject({
    ...asSide,
    hours: z
      .number()
      .min(0)
      .max(24)
      .refine(
        (value) => value === 0 || isMinuteOrMore(value),
        issueText('fault_of_work', { what: 'zero_or_minute' }),
      )
      .describe('The correct number of hours. 0 if the work did not take place'),
    reason: wire.text(1, 500).describe('Reason for the correction'),
  })
  .meta({ id: 'HoursCorrection' })
export const confirmInput = z
  .strictObject({
    version: z
      .int()
      .min(1)
      .optional()
      .describe('Version that you have read. If the hours have changed since, they are not confirmed'),
  })
  .meta({ id: 'ConfirmBody' })
export const confirmAllInput = z
  .strictObject({
    hours: z
      .array(
        z.strictObject({
          engagement_id: wire.idOf('engagement').describe('The engagement'),
          id: wire.idOf('hours').describe('The entry'),
          version: z.int().min(1).optional().describe('Version that you have read'),
        }),
      )
      .min(1)
      .max(MOST_CONFIRMED)
      .describe('Hours to confirm: all or none are confirmed'),
  })
  .meta({ id: 'ConfirmAllBody' })
export const disputeInput = z
  .strictObject({ reason: wire.text(1, 500).describe('Why you dispute the hours') })
  .meta({ id: 'DisputeBody' })

export const fromSessionsInput = z
  .strictObject({
    ...asSide,
    session_ids: z
      .array(wire.idOf('session'))
      .min(1)
      .max(100)
      .optional()
      .describe('Ids of the sessions that were attended. Default: all past sessions without logged hours'),
  })
  .meta({ id: 'HoursFromSessionsBody' })

/** Hours of a session that can be logged. */
export const offeredHours = z.object({
  session_id: wire.idOf('session').describe('The session'),
  starts_at: z.string().describe('When it began'),
  ends_at: z.string().describe('When it ended'),
  hours: z.number().describe('Length of the session in hours, to two decimals'),
  minutes: z.int().describe('Length in minutes'),
})

export const hours = z
  .object({
    id: wire.idOf('hours'),
    engagement_id: wire.idOf('engagement').describe('The engagement'),
    worked_on: z.string().describe('Day of the work'),
    hours: z
      .number()
      .describe(
        'Hours worked on that day, to two decimals. For a correction the difference, which may be negative',
      ),
    minutes: z.int().describe('The same in minutes'),
    starts_at: z.string().nullable().describe('When the work began, if stated'),
    ends_at: z.string().nullable().describe('When the work ended, if stated'),
    session_id: wire
      .idOf('session')
      .nullable()
      .describe('The session, if the hours were logged with `from-sessions`'),
    logged_by: side.describe('The side that logged the hours. The other side confirms or disputes them'),
    status: z.enum(['logged', 'confirmed', 'disputed']).describe('`logged` hours await the other side'),
    dispute_reason: z
      .string()
      .nullable()
      .describe('Why the other side last disputed the hours. It stays when they are changed or confirmed'),
    corrects: wire
      .idOf('hours')
      .nullable()
      .describe('The confirmed hours that this entry corrects. Null if it is not a correction'),
    correction_reason: z.string().nullable().describe('Reason for the correction'),
    version: wire.version,
    created_at: z.string().describe('RFC 3339'),
    answered_at: z.string().nullable().describe('When the other side confirmed or disputed the hours'),
  })
  .meta({ id: 'Hours' })
export type Hours = z.output<typeof hours>

/** Converts hours to whole minutes. */
export function minutesOf(value: number): number {
  return Math.round(value * MINUTES_PER_HOUR)
}

/** Compares seconds, because 0.0167 hours mean a minute. */
function isMinuteOrMore(hours: number): boolean {
  return Math.round(hours * 3600) >= 60
}

/** Converts minutes to hours with two decimals. */
export function roundedHours(minutes: number): number {
  return Math.round((minutes / MINUTES_PER_HOUR) * 100) / 100
}
