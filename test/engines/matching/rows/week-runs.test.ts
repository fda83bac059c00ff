import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { readRuns, runsOf, runWords, writeRuns } from '../../../../src/engines/matching/rows/week-runs.ts'
import { WEEK_SLOTS, WEEK_WORDS } from '../../../../src/engines/matching/week.ts'
import { holds } from '../../../support/holds.ts'

t.test('a week is that of its runs, whatever was read before', async (t) => {
  const read = new Int32Array(WEEK_WORDS)
  const stretch = fc.record({
    from: fc.nat(WEEK_SLOTS - 1),
    count: fc.nat(WEEK_SLOTS),
    step: fc.integer({ min: 1, max: 3 }),
  })
  holds(
    t,
    fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
      const week = new Int32Array(WEEK_WORDS)
      for (const { from, count, step } of stretches)
        for (let slot = from; slot < Math.min(WEEK_SLOTS, from + count); slot += step)
          week[slot >> 5] = (week[slot >> 5] ?? 0) | (1 << (slot & 31))
      const runs = runsOf(week)
      const words = new Int32Array(runWords(runs.length) + 1)
      writeRuns(runs, words, 1)
      readRuns(runs.length, words, 1, read)
      assert.deepEqual(read, week)
    }),
    500,
  )
})
