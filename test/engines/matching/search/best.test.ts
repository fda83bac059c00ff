import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMarket } from '../../../../src/engines/matching/create-market.ts'
import { compileOffer } from '../../../../src/engines/matching/rows/compiled-posting.ts'
import { Rows } from '../../../../src/engines/matching/rows/rows.ts'
import { Best } from '../../../../src/engines/matching/search/best.ts'
import { holds } from '../../../support/holds.ts'
import { offer, settings } from '../../../support/market-postings.ts'

t.test('keeps exactly the first so many of the sorted whole', async (t) => {
  const { vocabulary, compiler } = createMarket(settings)
  const id = fc.stringMatching(/^[aAb_1]{1,3}$/)
  const scored = fc.record({ id, score: fc.constantFrom(0, 0.25, 0.5, 1) })
  const distinct = fc.uniqueArray(scored, { selector: (one) => one.id, maxLength: 40 })
  holds(
    t,
    fc.property(distinct, fc.integer({ min: 0, max: 20 }), (all, limit) => {
      const rows = new Rows(vocabulary)
      all.forEach(({ id }, slot) => {
        rows.write(slot, compileOffer(offer({ id }), compiler))
      })
      const best = new Best(limit, rows)
      all.forEach(({ score }, slot) => {
        if (score >= best.leastScore) best.add(slot, score)
      })
      const sorted = all
        .map(({ id, score }) => ({ id, score }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      assert.deepEqual(best.sorted(), sorted.slice(0, limit))
    }),
    200,
  )
})
