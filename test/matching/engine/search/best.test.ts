import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Best, byRank } from '../../../src/matching/engine/best.ts'
import { holds } from './holds.ts'

t.test('keeps exactly the first so many of the sorted whole', async (t) => {
  const scored = fc.record({ id: fc.string({ maxLength: 3 }), score: fc.constantFrom(0, 0.25, 0.5, 1) })
  const distinct = fc.uniqueArray(scored, { selector: (one) => one.id, maxLength: 60 })
  holds(
    t,
    fc.property(distinct, fc.integer({ min: 0, max: 20 }), (all, limit) => {
      const best = new Best(limit)
      for (const one of all) best.add(one)
      assert.deepEqual(best.sorted(), [...all].sort(byRank).slice(0, limit))
    }),
    500,
  )
})
