import t from 'tap'
import {
  addDays,
  daysBetween,
  earliestEnd,
  isoDate,
  latest,
  mondayMs,
} from '../../../src/engines/matching/dates.ts'

t.test('a week begins on its Monday, midnight UTC', async (t) => {
  const mondayOf = (instant: string) => isoDate(mondayMs(Date.parse(instant)))
  t.equal(mondayOf('2026-03-09T00:00:00Z'), '2026-03-09')
  t.equal(mondayOf('2026-03-15T23:59:59Z'), '2026-03-09')
  t.equal(mondayOf('2026-03-08T23:59:59Z'), '2026-03-02')
  t.equal(mondayOf('1969-12-31T12:00:00Z'), '1969-12-29')
})

t.test('both ends of a stretch of days are counted', async (t) => {
  t.equal(daysBetween('2026-03-01', '2026-03-01'), 1)
  t.equal(daysBetween('2026-02-27', '2026-03-02'), 4)
  t.equal(addDays('2026-02-27', 3), '2026-03-02')
})

t.test('an open start is before all, an open end after all', async (t) => {
  t.equal(latest('2026-03-01', null), '2026-03-01')
  t.equal(latest('2026-03-01', '2026-03-02'), '2026-03-02')
  t.equal(latest('2026-03-02', '2026-03-01'), '2026-03-02')
  t.equal(earliestEnd(null, null), null)
  t.equal(earliestEnd('2026-03-01', null), '2026-03-01')
  t.equal(earliestEnd(null, '2026-03-01'), '2026-03-01')
  t.equal(earliestEnd('2026-03-02', '2026-03-01'), '2026-03-01')
  t.equal(earliestEnd('2026-03-01', '2026-03-02'), '2026-03-01')
})
