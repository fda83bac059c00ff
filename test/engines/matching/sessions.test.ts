import fc from 'fast-check'
import t from 'tap'
import { createEngine, sessionsFitting } from '../../../src/engines/matching/index.ts'
import type { DayRange, MarketOffer, Session, WeeklyWindows } from '../../../src/engines/matching/postings.ts'
import { freeDays } from '../../../src/engines/matching/stretches.ts'
import { clockOf } from '../../../src/engines/matching/zone-clock.ts'
import { textOf } from '../../../src/shared/messages/index.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, need, offer, settings } from '../../support/market-postings.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

/** Zones whose clocks change on different days, by an hour or half of one, or never. */
const zone = fc.constantFrom(
  'America/Chicago',
  'America/St_Johns',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'America/Santiago',
  'UTC',
)
/** Days on which the clocks of some of these zones change. */
const changeDay = fc.constantFrom(
  '2026-03-22',
  '2026-03-29',
  '2026-04-05',
  '2026-09-06',
  '2026-09-27',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2027-03-14',
)
const session = fc
  .record({
    day: changeDay,
    minute: fc.integer({ min: -1440, max: 2880 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ day, minute, length }) => {
    const startsAtMs = Date.parse(day) + minute * MINUTE_MS
    return {
      id: 'session',
      startsAtMs,
      endsAtMs: startsAtMs + length * MINUTE_MS,
      timeZone: 'UTC',
      positionsLeft: 1,
    }
  })
const windows = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
    .filter(([a, b]) => a !== b)
    .chain(([a, b]) =>
      fc.record({
        weekday: fc.constantFrom<1 | 5 | 6 | 7>(1, 5, 6, 7),
        // Whole days often, so that a session may go on past midnight.
        startMinute: fc.constantFrom(0, Math.min(a, b)),
        endMinute: fc.constantFrom(1440, Math.max(a, b)),
      }),
    ),
  { minLength: 1, maxLength: 5 },
)
const range = fc
  .record({ day: changeDay, from: fc.integer({ min: -3, max: 2 }), length: fc.integer({ min: 0, max: 4 }) })
  .map(({ day, from, length }) => ({ first: addDays(day, from), last: addDays(day, from + length) }))
const ranges = fc.oneof(fc.constant<DayRange[]>([]), fc.array(range, { minLength: 1, maxLength: 3 }))

interface Helper {
  timeZone: string
  availability: WeeklyWindows | null
  dates: DayRange[]
  notAvailable: DayRange[]
  busy: { startsAtMs: number; endsAtMs: number }[]
}
const helper = fc.record({
  timeZone: zone,
  availability: fc.option(fc.record({ timeZone: zone, windows }), { freq: 3 }),
  dates: ranges,
  notAvailable: ranges,
  busy: fc.array(session, { maxLength: 2 }),
})

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

type Dated = { startsAtMs: number; endsAtMs: number }

/** Asks of each minute by itself what the calendar and the clock on the wall show. */
function attends({ timeZone, availability, dates, notAvailable, busy }: Helper, session: Dated): boolean {
  for (let ms = session.startsAtMs; ms < session.endsAtMs; ms += MINUTE_MS) {
    const at = Temporal.Instant.fromEpochMilliseconds(ms)
    const day = at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
    const isIn = ({ first, last }: DayRange) => first <= day && day <= last
    if (dates.length > 0 && !dates.some(isIn)) return false
    if (notAvailable.some(isIn)) return false
    if (busy.some(({ startsAtMs, endsAtMs }) => startsAtMs <= ms && ms < endsAtMs)) return false
    if (!availability) continue
    const local = at.toZonedDateTimeISO(availability.timeZone)
    const minute = local.hour * 60 + local.minute
    const isOpen = availability.windows.some(
      ({ weekday, startMinute, endMinute }) =>
        weekday === local.dayOfWeek && startMinute <= minute && minute < endMinute,
    )
    if (!isOpen) return false
  }
  return true
}

function explain(sessions: Session[], given: Partial<MarketOffer>) {
  const explained = createEngine(settings).explain(need({ sessions }), offer(given), AS_OF_MS)
  const time = explained.factors.find(({ name }) => name === 'time')
  return {
    isBlocked: explained.blockers.some(({ code }) => code === 'no_session_fits'),
    time: time?.value,
    reasons: time?.reason.map((reason) => textOf(reason, 'en')) ?? [],
  }
}

t.test(
  'an offer passes that can attend a session each minute of it, on its own clocks and calendar',
  async (t) => {
    holds(
      t,
      fc.property(helper, fc.array(session, { minLength: 1, maxLength: 4 }), (given, sessions) => {
        const attended = sessions.filter((one) => attends(given, one)).length
        const { isBlocked, time } = explain(sessions, given)
        const fitting = sessionsFitting(need({ sessions }), offer(given), AS_OF_MS).length
        if (fitting !== attended) throw new Error(`fitting: ${fitting}, attends ${attended}`)
        if (isBlocked !== (attended === 0)) throw new Error(`blocked: ${isBlocked}, attends ${attended}`)
        if (time !== attended / sessions.length) throw new Error(`time is ${time}, attends ${attended}`)
      }),
      1000,
    )
  },
)

t.test('a session is open to a window of nine to twelve before and after the clocks change', async (t) => {
  const availability = {
    timeZone: 'Europe/Berlin',
    windows: [{ weekday: 7 as const, startMinute: 540, endMinute: 720 }],
  }
  const at = (start: string, end: string) => [
    {
      id: 'session',
      startsAtMs: Date.parse(start),
      endsAtMs: Date.parse(end),
      timeZone: 'Europe/Berlin',
      positionsLeft: 1,
    },
  ]
  const winter = at('2026-03-22T08:00Z', '2026-03-22T11:00Z')
  const summer = at('2026-03-29T07:00Z', '2026-03-29T10:00Z')
  const asInWinter = at('2026-03-29T08:00Z', '2026-03-29T11:00Z')
  t.same(
    [winter, summer, asInWinter].map((sessions) => explain(sessions, { availability }).isBlocked),
    [false, false, true],
  )
})

t.test('the hour that a clock shows twice belongs to a window both times', async (t) => {
  const availability = {
    timeZone: 'Europe/Berlin',
    windows: [{ weekday: 7 as const, startMinute: 120, endMinute: 180 }],
  }
  const session = {
    id: 'session',
    startsAtMs: Date.parse('2026-10-25T00:00Z'),
    endsAtMs: Date.parse('2026-10-25T02:00Z'),
    timeZone: 'Europe/Berlin',
    positionsLeft: 1,
  }
  t.notOk(explain([session], { availability }).isBlocked, 'two hours from two to three')
  const longer = { ...session, endsAtMs: session.endsAtMs + MINUTE_MS }
  t.ok(explain([longer], { availability }).isBlocked, 'and one minute more')
})

t.test('full and past sessions count neither for nor against an offer', async (t) => {
  const at = (days: number, positionsLeft: number) => ({
    id: 'session',
    startsAtMs: AS_OF_MS + days * DAY_MS,
    endsAtMs: AS_OF_MS + days * DAY_MS + 3_600_000,
    timeZone: 'UTC',
    positionsLeft,
  })
  const { isBlocked, time, reasons } = explain([at(-1, 1), at(0, 1), at(1, 0), at(2, 1)], {})
  t.notOk(isBlocked)
  t.equal(time, 1)
  t.same(reasons, ['Can come to the session.'])
})

t.test('weekly hours beside sessions count too', async (t) => {
  const sessions = [7, 14].map((days) => ({
    id: 'session',
    startsAtMs: AS_OF_MS + days * DAY_MS,
    endsAtMs: AS_OF_MS + days * DAY_MS + 3_600_000,
    timeZone: 'UTC',
    positionsLeft: 1,
  }))
  const both = need({ sessions, hoursPerWeek: 10 })
  const given = offer({ hoursPerWeek: 5, notAvailable: [{ first: '2026-03-18', last: '2026-03-18' }] })
  const time = createEngine(settings)
    .explain(both, given, AS_OF_MS)
    .factors.find(({ name }) => name === 'time')
  t.equal(time?.value, 0.5)
  t.same(
    time?.reason.map((reason) => textOf(reason, 'en')),
    ['Has 5 of the 10 hours a week that are needed.', 'Can come to 1 of 2 sessions.'],
  )
})

t.test('days that are taken back leave what is between them', async (t) => {
  const day = (date: string) => Date.parse(date) / DAY_MS
  const away = [
    { first: '2026-04-03', last: '2026-04-04' },
    { first: '2026-04-04', last: '2026-04-06' },
  ]
  t.same(freeDays([{ first: '2026-04-01', last: '2026-04-10' }], away), [
    [day('2026-04-01'), day('2026-04-03')],
    [day('2026-04-07'), day('2026-04-11')],
  ])
  t.same(freeDays(away, away), [[0, 0]], 'none, which is not the same as any')
})

t.test('clocks are read as Temporal reads them, at each minute around a change', async (t) => {
  holds(
    t,
    fc.property(zone, changeDay, fc.integer({ min: -2880, max: 2880 }), (timeZone, day, minutes) => {
      const minute = Date.parse(day) / MINUTE_MS + minutes
      const at = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS).toZonedDateTimeISO(timeZone)
      if (clockOf(timeZone).at(minute).offset !== at.offsetNanoseconds / (MINUTE_MS * 1e6))
        throw new Error(`${timeZone} at ${at.toString()}`)
    }),
    2000,
  )
})
