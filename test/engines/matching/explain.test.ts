import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, need, offer, offered, settings, wanted } from '../../support/market-postings.ts'
import { someNeed, someOffer } from '../../support/random-market.ts'

t.test('every value and score is in [0, 1], and contributions sum to the score, for any pair', async (t) => {
  holds(
    t,
    fc.property(someNeed, someOffer, (aNeed, anOffer) => {
      const { score, factors } = createEngine(settings).explain(aNeed, anOffer, AS_OF_MS)
      for (const value of [score, ...factors.map((one) => one.value)]) {
        assert.ok(value >= 0 && value <= 1, `${value}`)
      }
      const sum = factors.reduce((total, one) => total + one.contribution, 0)
      assert.ok(Math.abs(sum - score) <= 5.001e-7, `${sum} is not ${score}`)
      for (const { value, weight, contribution } of factors) {
        assert.ok(weight >= 0 && Math.abs(value * weight - contribution) <= 1e-12)
      }
    }),
    1000,
  )
})

t.test(
  'a pair is ranked exactly where its explanation says that it is eligible, with the same score',
  async (t) => {
    holds(
      t,
      fc.property(fc.array(someNeed), fc.array(someOffer), (needs, offers) => {
        const engine = createEngine(settings)
        for (const one of needs) engine.putNeed(one)
        for (const one of offers) engine.putOffer(one)
        for (const { id: needId } of needs) {
          const aNeed = needs.findLast((one) => one.id === needId)
          if (!aNeed) continue
          const ranked = engine.rankOffers(aNeed, { limit: 100, asOfMs: AS_OF_MS })
          const scores = new Map(ranked.map((one) => [one.offerId, one.score]))
          for (const { id } of offers) {
            const anOffer = offers.findLast((one) => one.id === id)
            if (!anOffer) continue
            const { eligible, blockers, score } = engine.explain(aNeed, anOffer, AS_OF_MS)
            assert.equal(eligible, blockers.length === 0)
            assert.equal(scores.get(id), eligible ? score : undefined)
          }
        }
      }),
      100,
    )
  },
)

t.test('every sentence is whole: no undefined, NaN or null in it', async (t) => {
  holds(
    t,
    fc.property(someNeed, someOffer, (aNeed, anOffer) => {
      const { blockers, factors, notices } = createEngine(settings).explain(aNeed, anOffer, AS_OF_MS)
      const sentences = [
        ...blockers.flatMap((one) => [one.detail, one.smallestChange]),
        ...factors.map((one) => one.reason),
        ...notices.map((one) => one.detail),
      ]
      for (const one of sentences) {
        assert.match(one, /^[A-Z0-9].*\.$/)
        assert.doesNotMatch(one, /undefined|NaN|null|Infinity/)
      }
    }),
    1000,
  )
})

t.test('matched and missing skills are told apart, related ones with their relatedness', async (t) => {
  const { matchedSkills, missingSkills, factors } = createEngine(settings).explain(
    need({ skills: [wanted('bookkeeping'), wanted('payroll'), wanted('wordpress', { importance: 'nice' })] }),
    offer({ skills: [offered('accounts-payable'), offered('bookkeeping')] }),
    AS_OF_MS,
  )
  const posted = { inferred: false, confidence: 1, because: { need: [], offer: [] } }
  t.same(matchedSkills, [
    { wanted: 'bookkeeping', offered: 'bookkeeping', relatedness: 1, ...posted },
    { wanted: 'payroll', offered: 'accounts payable', relatedness: 0.5, ...posted },
  ])
  t.same(missingSkills, [{ label: 'wordpress', importance: 'nice' }])
  t.equal(factors[0]?.reason, 'Covers 2 of 3 skills: bookkeeping, payroll (through accounts payable).')
})

t.test(
  'a swap that gives the helper nothing says so in a notice, and one that does not keep quiet',
  async (t) => {
    const wants = [{ skill: 'welding', label: 'Welding', hoursPerWeek: null, alreadyDoing: false }]
    const barter = offer({ terms: { kind: 'barter', wants } })
    const notices = (gives: typeof wants) =>
      createEngine(settings)
        .explain(need({ gives }), barter, AS_OF_MS)
        .notices.map(({ code }) => code)
    t.ok(notices([]).includes('nothing_to_give'))
    t.notOk(notices(wants).includes('nothing_to_give'))
  },
)
