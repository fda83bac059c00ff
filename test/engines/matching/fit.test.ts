import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { fitOf, topicFrom } from '../../../src/engines/matching/fit.ts'
import { FITS } from '../../../src/engines/matching/fits.ts'
import { createEngine, type MarketOffer } from '../../../src/engines/matching/index.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, need, offer, offered, settings, wanted } from '../../support/market-postings.ts'
import { remaining, someChanges } from '../../support/random-market.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

t.test('more of a skill, of the words or of the meaning never makes the fit worse', async (t) => {
  holds(
    t,
    fc.property(share, share, share, share, (skills, words, meaning, more) => {
      const rank = (a: number, b: number, c: number) => FITS.indexOf(fitOf(topicFrom(a, b, c)))
      const asItIs = rank(skills, words, meaning)
      assert.ok(rank(Math.max(skills, more), words, meaning) <= asItIs)
      assert.ok(rank(skills, Math.max(words, more), meaning) <= asItIs)
      assert.ok(rank(skills, words, Math.max(meaning, more)) <= asItIs)
    }),
    500,
  )
})

t.test(
  'what covers every skill fits strongly, and neither meanings without a common word or skill nor a few common words are a fit',
  async (t) => {
    t.equal(fitOf(topicFrom(1, 0, 0)), 'strong')
    t.equal(topicFrom(0, 0, 1), 0)
    t.equal(fitOf(topicFrom(0, 0, 1)), 'weak')
    t.equal(fitOf(topicFrom(0, 0.25, 0)), 'weak')
    t.equal(fitOf(topicFrom(0, 0.25, 1)), 'strong')
  },
)

t.test(
  'behind its first five rows a list has only what fits nearly as well as the best of these, unless all is asked for',
  async (t) => {
    const names = [
      'falconry',
      'baking',
      'singing',
      'web-design',
      'plumbing',
      'payroll',
      'yoga',
      'chess',
      'archery',
    ]
    const asking = need({ skills: names.map((name) => wanted(name)), title: 'Zorbing', description: '' })
    const engine = createEngine(settings)
    const offering = (id: string, ...skills: string[]) =>
      engine.putOffer(
        offer({ id, title: 'Kites', description: '', skills: skills.map((skill) => offered(skill)) }),
      )
    for (const at of [1, 2, 3, 4, 5, 6]) offering(`whole_${at}`, ...names)
    offering('half', ...names.slice(0, 7))
    const others = ['kites', 'knots', 'kilts', 'kilns']
    offering('little_1', ...names.slice(0, 2), ...others)
    offering('little_2', ...names.slice(2, 4), ...others)
    const list = (options: object) =>
      engine
        .rankOffers(asking, { limit: 20, asOfMs: AS_OF_MS, fillTo: 4, ...options })
        .map(({ offerId }) => offerId)
    const wholes = ['whole_1', 'whole_2', 'whole_3', 'whole_4', 'whole_5', 'whole_6']
    t.strictSame(list({ leastFit: 'possible' }), [...wholes, 'half'])
    t.strictSame(list({ leastFit: 'possible', limit: 3 }), wholes.slice(0, 3))
    t.strictSame(
      list({ leastFit: 'possible', except: ['whole_4', 'whole_5', 'whole_6'] }).length,
      wholes.length - 3 + 2,
      'the first five are shown as they are',
    )
    t.equal(list({ leastFit: 'weak' }).length, 9)
  },
)

t.test('the fit is of the work alone: place, time, return and record do not change it', async (t) => {
  const engine = createEngine(settings)
  const fit = (changed: object, other: object = {}) =>
    engine.explain(need({ skills: [wanted('bookkeeping')], ...changed }), offer(other), AS_OF_MS).fit
  const asItIs = fit({})
  for (const changed of [
    { hoursPerWeek: 40 },
    { modality: 'remote' },
    { startsOn: '2026-09-01' },
    { languages: ['es'] },
  ])
    t.equal(fit(changed), asItIs, JSON.stringify(changed))
  t.equal(fit({}, { hoursPerWeek: 1, maxDistanceKm: 1 }), asItIs)
  t.equal(fit({ skills: [wanted('falconry')], title: 'Falcons', description: 'Fly them.' }), 'weak')
})

t.test(
  'a ranking that asks for a fit has just the rows of that fit or a better one, with the same scores',
  async (t) => {
    let kept = 0
    holds(
      t,
      fc.property(someChanges, fc.constantFrom(...FITS), (changes, leastFit) => {
        const { needs, offers } = remaining(changes)
        const engine = createEngine(settings)
        for (const one of needs) engine.putNeed(one)
        for (const one of offers) engine.putOffer(one)
        const fitOfPair = new Map(
          engine.size.needs === 0
            ? []
            : needs.flatMap((a) =>
                offers.map((b) => [`${a.id} ${b.id}`, engine.explain(a, b, AS_OF_MS).fit] as const),
              ),
        )
        for (const one of needs) {
          const all = engine.rankOffers(one, { limit: 1000, asOfMs: AS_OF_MS })
          const expected = all.filter(({ needId, offerId }) => {
            const fit = fitOfPair.get(`${needId} ${offerId}`) ?? 'weak'
            return FITS.indexOf(fit) <= FITS.indexOf(leastFit)
          })
          assert.deepEqual(engine.rankOffers(one, { limit: 1000, asOfMs: AS_OF_MS, leastFit }), expected)
          kept += expected.length
        }
      }),
      60,
    )
    t.ok(kept > 0)
  },
)

t.test(
  'a short list is filled with the best of those that fit less, and pages of any size have the rows of one list',
  async (t) => {
    let filled = 0
    holds(
      t,
      fc.property(
        someChanges,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (changes, limit, fillTo) => {
          const { needs, offers } = remaining(changes)
          const engine = createEngine(settings)
          for (const one of needs) engine.putNeed(one)
          for (const one of offers) engine.putOffer(one)
          const options = { limit: 1000, asOfMs: AS_OF_MS, leastFit: 'strong', fillTo } as const
          for (const one of needs) {
            const whole = engine.rankOffers(one, options)
            const fitting = engine.rankOffers(one, { ...options, fillTo: 0 })
            const every = engine.rankOffers(one, { limit: 1000, asOfMs: AS_OF_MS })
            assert.ok(whole.length <= Math.max(fitting.length, fillTo))
            for (const row of fitting) assert.ok(whole.some((other) => other.offerId === row.offerId))
            for (const row of whole) assert.ok(every.some((other) => other.offerId === row.offerId))
            filled += whole.length - fitting.length
            const paged = []
            for (let page = engine.rankOffers(one, { ...options, limit }); page.length > 0; ) {
              paged.push(...page)
              const last = page[page.length - 1]
              if (!last) break
              const after = { score: last.score, id: last.offerId }
              page = engine.rankOffers(one, { ...options, limit, after })
            }
            assert.deepEqual(paged, whole)
          }
        },
      ),
      60,
    )
    t.ok(filled > 0)
  },
)

t.test('a list is not filled with what shares no skill, nor with what is far below the best', async (t) => {
  const names = ['falconry', 'baking', 'singing', 'web-design']
  const asking = need({ skills: names.map((name) => wanted(name)), title: 'Zorbing', description: '' })
  const listOf = (...offers: MarketOffer[]) => {
    const engine = createEngine(settings)
    for (const one of offers) engine.putOffer(one)
    const rows = engine.rankOffers(asking, { limit: 9, asOfMs: AS_OF_MS, leastFit: 'strong', fillTo: 4 })
    return rows.map(({ offerId }) => offerId).sort()
  }
  const offering = (id: string, title: string, ...skills: string[]) =>
    offer({ id, title, description: '', skills: skills.map((skill) => offered(skill)) })
  const words = offering('words', 'Zorbing')
  const related = offering('related', 'Quilts', 'illustration')
  const best = offering('best', 'Kites', ...names)
  t.not(createEngine(settings).explain(asking, words, AS_OF_MS).fit, 'strong')
  t.strictSame(listOf(words, related), ['related'])
  t.strictSame(listOf(words, related, best), ['best'])
})

t.test(
  'words for what is wanted in return make no match, and words of a posted skill still do',
  async (t) => {
    const engine = createEngine(settings)
    for (const [at, title] of [
      'Bread',
      'Boats',
      'Bees',
      'Barns',
      'Bells',
      'Beads',
      'Books',
      'Bikes',
    ].entries())
      engine.putOffer(offer({ id: `other_${at}`, skills: [], title, description: '' }))
    const fitOfPair = (title: string, terms: MarketOffer['terms'], skills: MarketOffer['skills'] = []) =>
      engine.explain(
        need({ skills: [], title: 'Falconry', description: '' }),
        offer({ skills, title, description: '', terms }),
        AS_OF_MS,
      ).fit
    const falconry = { skill: '~falconry', label: 'Falconry', level: null }
    const back = { ...falconry, hoursPerWeek: null, alreadyDoing: false }
    t.not(fitOfPair('Falconry', { kind: 'volunteer', causes: [] }), 'weak')
    t.equal(fitOfPair('Falconry', { kind: 'barter', wants: [back] }), 'weak')
    t.not(fitOfPair('Falconry', { kind: 'barter', wants: [back] }, [falconry]), 'weak')
  },
)
