import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import { paragraphOf, READER_LANGUAGES, summaryOf, textOf } from '../../../src/shared/messages/index.ts'
import { holds } from '../../support/holds.ts'
import {
  AS_OF_MS,
  meaningNear,
  need,
  offer,
  offered,
  settings,
  wanted,
} from '../../support/market-postings.ts'
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

t.test(
  'every sentence is whole in each language: no undefined, NaN, null or wrong plural in it',
  async (t) => {
    holds(
      t,
      fc.property(someNeed, someOffer, (aNeed, anOffer) => {
        const { blockers, factors, notices, summary } = createEngine(settings).explain(
          aNeed,
          anOffer,
          AS_OF_MS,
        )
        const sentences = [
          ...blockers.flatMap((one) => [one.detail, one.smallestChange]),
          ...factors.flatMap((one) => one.reason),
          ...notices.map((one) => one.detail),
        ]
        for (const language of READER_LANGUAGES) {
          const texts = sentences.map((one) => textOf(one, language))
          texts.push(summaryOf(summary.need, language), summaryOf(summary.offer, language))
          for (const one of texts) {
            assert.match(one, /^[\p{Lu}\p{N}].*\.$/u)
            assert.doesNotMatch(
              one,
              /undefined|NaN|null|Infinity|[{}[\]]|\b1 (?:hours|horas|heures|Stunden)\b| {2}/,
            )
          }
        }
      }),
      1000,
    )
  },
)

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
  t.equal(
    paragraphOf(factors[0]?.reason ?? [], 'en'),
    'Offers bookkeeping and accounts payable (close to payroll). Does not list wordpress.',
  )
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

/** What the first part of every summary is about. */
const CODES_OF_WORK: ReadonlySet<string | undefined> = new Set([
  ...['knows', 'seems_to_know', 'needs', 'seems_to_need', 'mentions', 'writes_of'],
  ...['similar_work', 'only_time_and_place'],
])

t.test('a summary begins with the work, and says nothing that the rest does not say', async (t) => {
  holds(
    t,
    fc.property(someNeed, someOffer, (aNeed, anOffer) => {
      const { summary, matchedSkills, cost } = createEngine(settings).explain(aNeed, anOffer, AS_OF_MS)
      const known = new Set(matchedSkills.flatMap(({ wanted, offered }) => [wanted, offered]))
      for (const part of [...summary.need, ...summary.offer]) {
        const isOfSkills =
          part.code === 'knows' ||
          part.code === 'seems_to_know' ||
          part.code === 'needs' ||
          part.code === 'seems_to_need'
        if (isOfSkills) assert.ok(part.values.skills.every((skill) => known.has(skill)))
        if (part.code === 'has_hours') assert.ok((anOffer.hoursPerWeek ?? 0) >= part.values.wanted)
      }
      const codes = summary.need.map(({ code }) => code)
      assert.ok(CODES_OF_WORK.has(codes[0]))
      assert.ok(CODES_OF_WORK.has(summary.offer[0]?.code))
      const isFree = (cost.money?.amountMinor ?? 0) === 0
      assert.equal(codes.includes('costs'), !isFree)
      assert.equal(codes.includes('costs_nothing'), isFree && anOffer.terms.kind !== 'barter')
      assert.equal(codes.includes('only_time_and_place') && matchedSkills.length > 0, false)
      assert.ok(summaryOf(summary.need, 'en').length < 300)
    }),
    500,
  )
})

t.test('a summary names an offered skill once, whatever it covers and however it is posted', async (t) => {
  const { summary } = createEngine(settings).explain(
    need({ skills: [wanted('bookkeeping', { label: 'Bookkeeping' }), wanted('accounts-payable')] }),
    offer({ skills: [offered('bookkeeping', { label: 'Bookkeeping', posted: 'Bookkeping' })] }),
    AS_OF_MS,
  )
  t.same(summary.need[0], { code: 'knows', values: { skills: ['Bookkeeping'] } })
  t.same(summary.offer[0], { code: 'needs', values: { skills: ['Bookkeeping', 'accounts payable'] } })
})

t.test(
  'a summary names the work first, then time, place and cost, for the reader of each side',
  async (t) => {
    const { summary } = createEngine(settings).explain(
      need({
        skills: [
          wanted('bookkeeping', { label: 'Bookkeeping', posted: 'doing the books' }),
          wanted('payroll'),
        ],
        hoursPerWeek: 5,
      }),
      offer({ skills: [offered('bookkeeping'), offered('accounts-payable')], hoursPerWeek: 8 }),
      AS_OF_MS,
    )
    t.equal(
      summaryOf(summary.need, 'en'),
      'Knows doing the books and accounts payable, has the 5 hours a week you need, is nearby, costs nothing.',
    )
    t.equal(
      summaryOf(summary.offer, 'en'),
      'Needs doing the books and payroll, 5 hours a week, in your area, for a nonprofit.',
    )
  },
)

t.test('a pair for which only time and place speak is summed up so', async (t) => {
  const { summary } = createEngine(settings).explain(
    need({ skills: [wanted('bookkeeping')], title: 'Ledger', description: 'Ledger' }),
    offer({ skills: [offered('welding')], title: 'Welding', description: 'Steel' }),
    AS_OF_MS,
  )
  t.match(summaryOf(summary.need, 'en'), /^Has no skill or important word in common/)
})

t.test('vectors of different models are not compared', async (t) => {
  const engine = createEngine(settings)
  const scoreOf = (model: string, noise: number) =>
    engine.explain(
      need({ meaning: meaningNear(1) }),
      offer({ meaning: { ...meaningNear(1, noise), model } }),
      AS_OF_MS,
    ).score
  t.equal(scoreOf('another', 0), scoreOf('another', 90))
  t.not(scoreOf(meaningNear(1).model, 0), scoreOf(meaningNear(1).model, 90))
})

t.test('a match for which little more than the meaning of its texts speaks is summed up so', async (t) => {
  const { fit, matchedSkills, summary } = createEngine(settings).explain(
    need({ skills: [], title: 'Ledger', description: 'Figures beside the harbour', meaning: meaningNear(1) }),
    offer({
      skills: [],
      title: 'Welding',
      description: 'Steel plates, beams and a harbour',
      meaning: meaningNear(1),
    }),
    AS_OF_MS,
  )
  t.equal(fit, 'weak')
  t.same(matchedSkills, [])
  t.match(summaryOf(summary.need, 'en'), /^Describes similar work, /)
  t.match(summaryOf(summary.offer, 'de'), /^Beschreibt ähnliche Arbeit, /)
})
