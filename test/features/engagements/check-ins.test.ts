import fc from 'fast-check'
import t from 'tap'
import { type CheckInPlan, checkInsOf } from '../../../src/features/engagements/check-ins.ts'

const plan = (changes: Partial<CheckInPlan> = {}): CheckInPlan => ({
  startsOn: '2026-03-02',
  endsOn: '2026-03-16',
  everyDays: 7,
  timeZone: 'America/New_York',
  startTime: '09:30',
  minutes: 30,
  ...changes,
})
const startsOf = (changes: Partial<CheckInPlan>, max?: number) =>
  checkInsOf(plan(changes), max).map(({ startsAt }) => startsAt.toISOString())

t.test('check-ins run from the first day through the last, at the same local time', async (t) => {
  t.same(checkInsOf(plan()), [
    { startsAt: new Date('2026-03-02T14:30:00Z'), endsAt: new Date('2026-03-02T15:00:00Z') },
    { startsAt: new Date('2026-03-09T13:30:00Z'), endsAt: new Date('2026-03-09T14:00:00Z') },
    { startsAt: new Date('2026-03-16T13:30:00Z'), endsAt: new Date('2026-03-16T14:00:00Z') },
  ])
  t.equal(startsOf({ endsOn: '2026-03-15' }).length, 2)
  t.equal(startsOf({ endsOn: '2026-03-02' }).length, 1)
  t.same(startsOf({ endsOn: '2026-03-01' }), [])
})

t.test('a plan without an end has as many as are asked for', async (t) => {
  t.equal(startsOf({ endsOn: null }).length, 200)
  t.equal(startsOf({ endsOn: null }, 3).length, 3)
  t.same(startsOf({}, 0), [])
})

t.test(
  'a local time that clocks skip moves forward; of one that they repeat the earlier counts',
  async (t) => {
    t.same(startsOf({ startsOn: '2026-03-07', endsOn: '2026-03-09', everyDays: 1, startTime: '02:30' }), [
      '2026-03-07T07:30:00.000Z',
      '2026-03-08T07:30:00.000Z',
      '2026-03-09T06:30:00.000Z',
    ])
    t.same(startsOf({ startsOn: '2026-11-01', endsOn: '2026-11-01', startTime: '01:30' }), [
      '2026-11-01T05:30:00.000Z',
    ])
  },
)

t.test('the minutes are those that really pass, also where clocks change', async (t) => {
  const [checkIn] = checkInsOf(plan({ startsOn: '2026-03-08', startTime: '01:30', minutes: 60 }))
  t.same(checkIn, { startsAt: new Date('2026-03-08T06:30:00Z'), endsAt: new Date('2026-03-08T07:30:00Z') })
})

t.test('a plan that cannot be kept is refused', async (t) => {
  const bad: Partial<CheckInPlan>[] = [
    { everyDays: 0 },
    { everyDays: 1.5 },
    { minutes: -1 },
    { timeZone: 'Mars/Olympus' },
    { startTime: '25:00' },
    { startsOn: '2026-02-30' },
    { endsOn: 'later' },
  ]
  for (const changes of bad) t.throws(() => checkInsOf(plan(changes)), RangeError, JSON.stringify(changes))
})

t.test('all keep their local time and distance over changes of the clock', async () => {
  // 09:00 to 20:59 exists on every day in each of these zones.
  const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 9 * 60, max: 21 * 60 - 1 }),
      (timeZone, day, everyDays, minute) => {
        const startsOn = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
        const startTime = new Date(minute * 60_000).toISOString().slice(11, 16)
        const starts = checkInsOf({ startsOn, endsOn: null, everyDays, timeZone, startTime, minutes: 30 }, 60)
        const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
        return starts.every(({ startsAt }, place) => {
          const date = new Date(Date.UTC(2024, 0, 1 + day + place * everyDays)).toISOString().slice(0, 10)
          return local.format(startsAt) === `${date} ${startTime}`
        })
      },
    ),
  )
})
