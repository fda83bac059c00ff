import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { MOST_WEEKS, weeksOf, windowOf } from '../../../src/features/insights/window.ts'
import { createTestDatabase } from '../../support/database.ts'
import { holds } from '../../support/holds.ts'

const { pool } = await createTestDatabase(t)
const now = new Date('2026-11-23T21:00:00Z')
const dayOf = (date: Date) => date.toISOString().slice(0, 10)
const DAY_MS = 86_400_000

t.test('weeks have the names and Mondays that PostgreSQL gives them, over three centuries', async (t) => {
  const { rows } = await pool.query(`
    select to_char(monday, 'IYYY-"W"IW') as week, to_char(monday, 'YYYY-MM-DD') as "startsOn"
    from generate_series(timestamp '1900-01-01', '2199-12-30', '7 days') as monday`)
  t.same(weeksOf({ from: '1900-01-01', to: '2199-12-31' }), rows)
})

t.test('a window’s weeks follow each other, from that of its first day to that of its last', async (t) => {
  const days = fc
    .tuple(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.nat(364),
    )
    .map(([start, more]) => ({ from: dayOf(start), to: dayOf(new Date(start.getTime() + more * DAY_MS)) }))
  holds(
    t,
    fc.property(days, (window) => {
      assert.deepEqual(windowOf(window, now), window)
      const starts = weeksOf(window).map(({ startsOn }) => startsOn)
      assert.ok(starts.length <= MOST_WEEKS)
      const [first = ''] = starts
      const last = starts.at(-1) ?? ''
      assert.ok(first <= window.from && Date.parse(window.from) - Date.parse(first) < 7 * DAY_MS)
      assert.ok(last <= window.to && Date.parse(window.to) - Date.parse(last) < 7 * DAY_MS)
      starts.reduce((one, next) => {
        assert.equal(Date.parse(next) - Date.parse(one), 7 * DAY_MS)
        return next
      })
    }),
    300,
  )
})

t.test('by default it is the last twelve weeks, up to today or the day that is given', async (t) => {
  t.same(windowOf({}, now), { from: '2026-09-07', to: '2026-11-23' })
  t.same(windowOf({ to: '2026-11-22' }, now), { from: '2026-08-31', to: '2026-11-22' })
  t.same(windowOf({ from: '2026-11-23' }, now), { from: '2026-11-23', to: '2026-11-23' })
  t.equal(weeksOf(windowOf({}, now)).length, 12)
})
