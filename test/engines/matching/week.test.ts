import fc from 'fast-check'
import t from 'tap'
import type { Weekday } from '../../../src/engines/matching/postings.ts'
import {
  type RecurringWeek,
  recurringWeek,
  slotsAhead,
} from '../../../src/engines/matching/recurring-week.ts'
import { earlier, hoursOf, sharedHours, weekOf } from '../../../src/engines/matching/week.ts'
import { zoneOffsetMinutes } from '../../../src/engines/matching/zone-offset.ts'
import { holds } from '../../support/holds.ts'

const monday = (date: string) => Date.parse(`${date}T00:00:00Z`)
const window = (weekday: number, start: string, end: string) => ({
  weekday: weekday as Weekday,
  startMinute: minutes(start),
  endMinute: minutes(end),
})
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Half hours of a week as `day hh:mm` in UTC, Monday being 1. */
function slotsOf(week: Int32Array): string[] {
  const slots: string[] = []
  for (let slot = 0; slot < 336; slot++) {
    if (((week[slot >> 5] ?? 0) >>> (slot & 31)) & 1) {
      const hour = String(Math.floor((slot % 48) / 2)).padStart(2, '0')
      slots.push(`${Math.floor(slot / 48) + 1} ${hour}:${slot % 2 ? '30' : '00'}`)
    }
  }
  return slots
}

t.test('local windows become half hours of UTC', async (t) => {
  t.same(slotsOf(weekOf([window(1, '09:00', '10:30')], 0)), ['1 09:00', '1 09:30', '1 10:00'])
  t.same(slotsOf(weekOf([window(1, '09:00', '10:00')], -360)), ['1 15:00', '1 15:30'])
})

t.test('a half hour counts only where it lies wholly inside', async (t) => {
  t.same(slotsOf(weekOf([window(3, '09:10', '10:50')], 0)), ['3 09:30', '3 10:00'])
  t.same(slotsOf(weekOf([window(3, '09:10', '09:50')], 0)), [])
  t.same(slotsOf(weekOf([window(3, '09:00', '10:00')], 345)), ['3 03:30'], 'Kathmandu, 03:15 to 04:15')
})

t.test('windows that touch count as one, also at midnight and at the end of the week', async (t) => {
  t.same(slotsOf(weekOf([window(2, '09:00', '09:15'), window(2, '09:15', '09:30')], 0)), ['2 09:00'])
  const overMidnight = [window(2, '00:00', '00:30'), window(1, '23:30', '24:00')]
  t.same(slotsOf(weekOf(overMidnight, 345)), ['1 18:00'], 'Kathmandu, 17:45 to 18:45')
  const overSunday = [window(1, '00:00', '00:30'), window(7, '23:30', '24:00')]
  t.same(slotsOf(weekOf(overSunday, 345)), ['7 18:00'])
})

t.test('windows that leave the week at one end come in at the other', async (t) => {
  t.same(slotsOf(weekOf([window(7, '23:00', '24:00')], -60)), ['1 00:00', '1 00:30'])
  t.same(slotsOf(weekOf([window(1, '00:00', '01:00')], 60)), ['7 23:00', '7 23:30'])
  t.same(slotsOf(weekOf([window(1, '00:00', '01:00')], 840)), ['7 10:00', '7 10:30'], 'Kiritimati')
})

t.test('a whole week is 168 hours in any zone', async (t) => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => window(day, '00:00', '24:00'))
  for (const offset of [0, 345, -570, 840, -720]) t.equal(hoursOf(weekOf(always, offset)), 168)
})

const someWindows = fc.array(
  fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      a: fc.integer({ min: 0, max: 1440 }),
      b: fc.integer({ min: 0, max: 1440 }),
    })
    .filter(({ a, b }) => a !== b)
    .map(({ weekday, a, b }) => ({
      weekday: weekday as Weekday,
      startMinute: Math.min(a, b),
      endMinute: Math.max(a, b),
    })),
  { maxLength: 5 },
)

t.test('any windows cover the half hours of which every minute is inside', async (t) => {
  holds(
    t,
    fc.property(someWindows, fc.constantFrom(0, 60, -300, 345, 330, -570, 840), (windows, offset) => {
      const inside = new Set<number>()
      for (const { weekday, startMinute, endMinute } of windows) {
        for (let minute = startMinute; minute < endMinute; minute++) {
          inside.add(((weekday - 1) * 1440 + minute - offset + 10_080) % 10_080)
        }
      }
      const whole = Array.from({ length: 336 }, (_, slot) => slot).filter((slot) =>
        Array.from({ length: 30 }, (_, minute) => slot * 30 + minute).every((minute) => inside.has(minute)),
      )
      return (
        slotsOf(weekOf(windows, offset)).length === whole.length &&
        hoursOf(weekOf(windows, offset)) === whole.length / 2
      )
    }),
    200,
  )
})

t.test('shared hours are counted the same from both sides', async (t) => {
  const a = weekOf([window(1, '09:00', '12:00'), window(7, '20:00', '24:00')], 0)
  const b = weekOf([window(1, '11:00', '13:00'), window(7, '23:30', '24:00')], 0)
  t.equal(sharedHours(a, b), 1.5)
  t.equal(sharedHours(b, a), 1.5)
})

t.test(
  'New York and London are four hours apart in the weeks in which only New York has changed its clocks',
  async (t) => {
    const apart = (date: string) =>
      zoneOffsetMinutes('Europe/London', monday(date)) - zoneOffsetMinutes('America/New_York', monday(date))
    t.equal(apart('2026-03-02'), 300)
    t.equal(apart('2026-03-09'), 240)
    t.equal(apart('2026-03-23'), 240)
    t.equal(apart('2026-03-30'), 300)
    t.equal(apart('2026-10-26'), 240)
    t.equal(apart('2026-11-02'), 300)
  },
)

t.test('shared windows follow the clocks of both zones', async (t) => {
  const hours = (london: RecurringWeek, date: string) => {
    const ahead = (timeZone: string) => slotsAhead(timeZone, monday(date))
    const by = ahead(newYork.timeZone) - ahead(london.timeZone)
    return sharedHours(earlier(newYork.slots, by), london.slots)
  }
  const newYork = recurringWeek({ timeZone: 'America/New_York', windows: [window(2, '09:00', '12:00')] })
  const london = recurringWeek({ timeZone: 'Europe/London', windows: [window(2, '13:00', '17:00')] })
  t.equal(hours(london, '2026-03-02'), 3, '14 to 17 in London')
  t.equal(hours(london, '2026-03-09'), 3, '13 to 16 in London')
  const early = recurringWeek({ timeZone: 'Europe/London', windows: [window(2, '13:00', '14:00')] })
  t.equal(hours(early, '2026-03-02'), 0)
  t.equal(hours(early, '2026-03-09'), 1)
})

t.test('a recurring week is the week of its windows at every offset that its zone has', async (t) => {
  for (const timeZone of ['America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham']) {
    const windows = [window(1, '00:15', '03:00'), window(5, '21:30', '24:00'), window(7, '10:10', '24:00')]
    const week = recurringWeek({ timeZone, windows })
    for (const date of ['2026-01-05', '2026-07-06']) {
      const offset = zoneOffsetMinutes(timeZone, monday(date))
      t.same(
        earlier(week.slots, slotsAhead(timeZone, monday(date))),
        weekOf(windows, offset),
        `${timeZone} ${date}`,
      )
    }
  }
})

t.test(
  'offsets are right at quarters of an hour, south of the equator and where a zone is not known',
  async (t) => {
    t.equal(zoneOffsetMinutes('Asia/Kathmandu', monday('2026-03-09')), 345)
    t.equal(zoneOffsetMinutes('Australia/Lord_Howe', monday('2026-01-05')), 660)
    t.equal(zoneOffsetMinutes('Australia/Lord_Howe', monday('2026-07-06')), 630)
    t.equal(zoneOffsetMinutes('Pacific/Kiritimati', monday('2026-03-09')), 840)
    t.equal(zoneOffsetMinutes('Not/A_Zone', monday('2026-03-09')), 0)
  },
)
