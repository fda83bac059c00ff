import { z } from 'zod'
import * as wire from '../../shared/wire.ts'

const MOST_RANGES = 100

const dayRange = z
  .strictObject({
    starts_on: wire.day.describe('First day'),
    ends_on: wire.day.optional().describe('Last day. Default: the same as the first'),
  })
  .refine(wire.datesInOrder, wire.datesInOrderFault)
export type DayRangeInput = z.output<typeof dayRange>

/** Ranges of calendar days in a body. */
export const dayRanges = z.array(dayRange).max(MOST_RANGES)

/** Calendar days from the first to the last. */
export interface StoredDays {
  starts_on: string
  ends_on: string
}

export const dayRangesShown = z.array(
  z.object({
    starts_on: z.string().describe('First day, ISO 8601'),
    ends_on: z.string().describe('Last day, ISO 8601'),
  }),
)

export function readDays(ranges: readonly DayRangeInput[] = []): StoredDays[] {
  return ranges.map(({ starts_on, ends_on = starts_on }) => ({ starts_on, ends_on }))
}

/** Fields of a body that say when an offer or candidate is available. */
export const presenceInput = {
  dates: dayRanges
    .optional()
    .describe(
      'Days on which the helper can come, for one-off help. Default: any day. Sessions on other days do not match',
    ),
  not_available: dayRanges
    .optional()
    .describe('Days on which the helper cannot come, such as weeks of exams and holidays'),
}

export const presenceShown = {
  dates: dayRangesShown.describe('Days on which the helper can come. Empty: any day'),
  not_available: dayRangesShown.describe('Days on which the helper cannot come'),
}

interface Presence {
  dates: readonly StoredDays[]
  notAvailable: readonly StoredDays[]
  startsOn: string | null
  endsOn: string | null
}

/** Returns whether a day is left of `dates`, or of all days, without `notAvailable` and what is before the start or after the end. */
export function hasAvailableDay({ dates, notAvailable, startsOn, endsOn }: Presence): boolean {
  const ranges = dates.length > 0 ? dates : [{ starts_on: startsOn ?? '', ends_on: endsOn ?? LAST_DAY }]
  const blocked = notAvailable.toSorted((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
  return ranges.some((range) => {
    let day = startsOn !== null && startsOn > range.starts_on ? startsOn : range.starts_on
    const last = endsOn !== null && endsOn < range.ends_on ? endsOn : range.ends_on
    for (const { starts_on, ends_on } of blocked)
      if (starts_on <= day && day <= ends_on)
        day = Temporal.PlainDate.from(ends_on).add({ days: 1 }).toString()
    return day <= last
  })
}

const LAST_DAY = '9999-12-31'
