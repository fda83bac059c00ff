import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Engine, RankOptions } from '../../../src/engines/matching/engine-interface.ts'
import { createEngine, rankingHoldsUntil } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer } from '../../../src/engines/matching/postings.ts'
import { HOUR_MS } from '../../../src/shared/time.ts'
import { atOnce } from '../../support/at-once.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, need, offer, settings } from '../../support/market-postings.ts'
import { type Change, remaining, someChanges, someNeed, someOffer } from '../../support/random-market.ts'
import { allPairs, expectedRanking } from './brute-force.ts'

const all = { limit: 1000, asOfMs: AS_OF_MS }

const someOptions = fc.record(
  {
    limit: fc.integer({ min: 0, max: 6 }),
    kinds: fc.subarray(['volunteer', 'intern', 'barter', 'paid'] as const),
    leastFit: fc.constantFrom('strong', 'good', 'possible', 'weak'),
    fillTo: fc.integer({ min: 0, max: 6 }),
    minScore: fc.double({ min: 0, max: 0.8, noNaN: true }),
    among: fc.constantFrom(
      ['need_1', 'need_2', 'need_5', 'offer_1', 'offer_3', 'offer_8', 'offer_12', 'nobody'],
      [],
    ),
  },
  { requiredKeys: ['limit'] },
)

const someFilters = fc.record(
  {
    modalities: fc.subarray(['remote', 'hybrid', 'onsite'] as const),
    maxDistanceKm: fc.constantFrom(0, 5, 30, 500, 20_000),
    skill: fc.constantFrom('bookkeeping', 'payroll', 'web-design', 'nothing-known'),
    except: fc.constantFrom(['need_1', 'need_4', 'offer_1', 'offer_2', 'offer_7', 'nobody'], []),
  },
  { requiredKeys: [] },
)

function applied(changes: readonly Change[]): Engine {
  const engine = createEngine(settings)
  for (const change of changes) apply(engine, change)
  return engine
}

function apply(engine: Engine, change: Change): void {
  if ('remove' in change) {
    if (change.remove === 'need') engine.removeNeed(change.id)
    else engine.removeOffer(change.id)
  } else if (change.put === 'need') engine.putNeed(change.need)
  else engine.putOffer(change.offer)
}

function rankAll(
  engine: Engine,
  needs: readonly MarketNeed[],
  offers: readonly MarketOffer[],
  options: RankOptions = all,
) {
  return {
    byNeed: needs.map((need) => engine.rankOffers(need, options)),
    byOffer: offers.map((offer) => engine.rankNeeds(offer, options)),
  }
}

function bruteForce(
  needs: readonly MarketNeed[],
  offers: readonly MarketOffer[],
  options: RankOptions = all,
) {
  const pairs = allPairs(needs, offers, options.asOfMs)
  const kindOf = new Map(offers.map((offer) => [offer.id, offer.terms.kind]))
  return {
    byNeed: needs.map(({ id }) => expectedRanking(pairs, { needId: id }, kindOf, options)),
    byOffer: offers.map(({ id }) => expectedRanking(pairs, { offerId: id }, kindOf, options)),
  }
}

t.test('ranks exactly the pairs and scores of brute force, from both sides, after any changes', async (t) => {
  let eligible = 0
  let possible = 0
  holds(
    t,
    fc.property(someChanges, someOptions, (changes, chosen) => {
      const { needs, offers } = remaining(changes)
      const engine = applied(changes)
      assert.deepEqual(engine.size, { needs: needs.length, offers: offers.length })
      const options = { ...chosen, asOfMs: AS_OF_MS }
      assert.deepEqual(rankAll(engine, needs, offers, options), bruteForce(needs, offers, options))
      const whole = rankAll(engine, needs, offers)
      assert.deepEqual(whole, bruteForce(needs, offers))
      eligible += whole.byNeed.flat().length
      possible += needs.length * offers.length
    }),
    300,
  )
  t.ok(eligible > possible / 8, `${eligible} of ${possible} pairs were eligible, enough to mean something`)
})

t.test('filters leave out rows of the ranking and change nothing else, from both sides', async (t) => {
  let kept = 0
  let ranked = 0
  holds(
    t,
    fc.property(someChanges, someFilters, fc.integer({ min: 1, max: 6 }), (changes, filters, limit) => {
      const { needs, offers } = remaining(changes)
      const engine = applied(changes)
      for (const options of [
        { ...filters, ...all },
        { ...filters, ...all, limit },
      ])
        assert.deepEqual(rankAll(engine, needs, offers, options), bruteForce(needs, offers, options))
      kept += rankAll(engine, needs, offers, { ...filters, ...all }).byNeed.flat().length
      ranked += rankAll(engine, needs, offers).byNeed.flat().length
    }),
    200,
  )
  t.ok(
    kept > ranked / 20 && kept < ranked / 2,
    `${kept} of ${ranked} pairs were kept, enough to mean something`,
  )
})

t.test('is exact in between: each change shows in the next ranking', async (t) => {
  holds(
    t,
    fc.property(someChanges, (changes) => {
      const engine = createEngine(settings)
      changes.forEach((change, at) => {
        apply(engine, change)
        const { needs, offers } = remaining(changes.slice(0, at + 1))
        const need = needs[at % Math.max(1, needs.length)]
        if (!need) return
        const kindOf = new Map(offers.map((offer) => [offer.id, offer.terms.kind]))
        const expected = expectedRanking(allPairs(needs, offers, AS_OF_MS), { needId: need.id }, kindOf, all)
        assert.deepEqual(engine.rankOffers(need, all), expected)
      })
    }),
    40,
  )
})

t.test('ranks for a posting that was put, by its id, as for the posting itself', async (t) => {
  let ranked = 0
  // Ranked in between, so that the anchor is another posting each time.
  const preview = need({ id: 'need_preview' })
  holds(
    t,
    fc.property(someChanges, someOptions, (changes, chosen) => {
      const { needs, offers } = remaining(changes)
      const engine = applied(changes)
      for (const options of [{ ...chosen, asOfMs: AS_OF_MS }, all]) {
        for (const posting of needs) {
          const byId = engine.rankOffersFor(posting.id, options)
          assert.deepEqual(byId, engine.rankOffers(posting, options))
          engine.rankOffers(preview, options)
          assert.deepEqual(engine.rankOffersFor(posting.id, options), byId)
          ranked += byId.length
        }
        for (const posting of offers)
          assert.deepEqual(engine.rankNeedsFor(posting.id, options), engine.rankNeeds(posting, options))
        assert.deepEqual(engine.rankOffersFor('nobody', options), [])
        assert.deepEqual(engine.rankNeedsFor('nobody', options), [])
      }
      assert.deepEqual(rankAll(engine, needs, offers), bruteForce(needs, offers))
    }),
    100,
  )
  t.ok(ranked > 100, `${ranked} pairs were ranked by ids, enough to mean something`)
})

t.test('pages by `after` join to the whole ranking, without a gap or a repeat', async (t) => {
  holds(
    t,
    fc.property(someChanges, fc.integer({ min: 1, max: 3 }), (changes, limit) => {
      const { needs, offers } = remaining(changes)
      const engine = applied(changes)
      for (const need of needs) {
        const options = { limit, asOfMs: AS_OF_MS }
        const joined = pages((after) => engine.rankOffers(need, { ...options, ...after }), 'offerId')
        assert.deepEqual(joined, engine.rankOffers(need, all))
      }
      for (const offer of offers) {
        const options = { limit, asOfMs: AS_OF_MS }
        const joined = pages((after) => engine.rankNeeds(offer, { ...options, ...after }), 'needId')
        assert.deepEqual(joined, engine.rankNeeds(offer, all))
      }
    }),
    60,
  )
})

function pages(
  page: (after: Pick<RankOptions, 'after'>) => ReturnType<Engine['rankOffers']>,
  idOf: 'needId' | 'offerId',
) {
  const joined = page({})
  for (let last = joined.at(-1); last; ) {
    const next = page({ after: { score: last.score, id: last[idOf] } })
    joined.push(...next)
    last = next.at(-1)
  }
  return joined
}

t.test('ties are ordered by id, and a page may end within them', async (t) => {
  const engine = createEngine(settings)
  engine.putNeed(need())
  for (const id of ['offer_b', 'offer_a', 'offer_10', 'offer_9', 'offer_C']) engine.putOffer(offer({ id }))
  const ranked = engine.rankOffers(need(), all)
  t.same(
    ranked.map((one) => one.offerId),
    ['offer_10', 'offer_9', 'offer_C', 'offer_a', 'offer_b'],
  )
  t.equal(new Set(ranked.map((one) => one.score)).size, 1)
  const after = { score: ranked[1]?.score ?? 0, id: 'offer_9' }
  const next = engine.rankOffers(need(), { limit: 2, asOfMs: AS_OF_MS, after })
  t.same(
    next.map((one) => one.offerId),
    ['offer_C', 'offer_a'],
  )
})

t.test('a pair that has exactly the least score is kept', async (t) => {
  const engine = createEngine(settings)
  engine.putOffer(offer())
  const [pair] = engine.rankOffers(need(), all)
  t.same(engine.rankOffers(need(), { ...all, minScore: pair?.score ?? 1 }), [pair])
  t.same(engine.rankOffers(need(), { ...all, minScore: (pair?.score ?? 1) + 1e-9 }), [])
})

t.test('scores are bit for bit the same whatever the order of puts, removals and puts again', async (t) => {
  holds(
    t,
    fc.property(someChanges, fc.infiniteStream(fc.nat()), (changes, random) => {
      const { needs, offers } = remaining(changes)
      const puts: Change[] = [
        ...needs.map((need): Change => ({ put: 'need', need })),
        ...offers.map((offer): Change => ({ put: 'offer', offer })),
      ]
      const shuffled = puts
        .map((put) => ({ put, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ put }) => put)
      assert.deepEqual(
        rankAll(applied(changes), needs, offers),
        rankAll(applied([...puts.slice(2), ...shuffled]), needs, offers),
      )
    }),
    100,
  )
})

t.test('a pair has one score from either side', async (t) => {
  holds(
    t,
    fc.property(someChanges, (changes) => {
      const { needs, offers } = remaining(changes)
      const { byNeed, byOffer } = rankAll(applied(changes), needs, offers)
      const sorted = (pairs: typeof byNeed) =>
        pairs.flat().sort((a, b) => (a.needId + a.offerId < b.needId + b.offerId ? -1 : 1))
      assert.deepEqual(sorted(byNeed), sorted(byOffer))
    }),
    100,
  )
})

t.test('a preview ranks as if it were put, and leaves no trace', async (t) => {
  holds(
    t,
    fc.property(someChanges, someNeed, someOffer, (changes, need, offer) => {
      const { needs, offers } = remaining(changes)
      const engine = applied(changes)
      const before = rankAll(engine, needs, offers)
      const offersSeen = engine.rankOffers(need, all)
      const needsSeen = engine.rankNeeds(offer, all)
      const explained = offers[0] && engine.explain(need, offers[0], AS_OF_MS)
      assert.deepEqual(rankAll(engine, needs, offers), before)
      assert.equal(engine.partnerOfNeed(need.id), needs.find((one) => one.id === need.id)?.partnerId)

      assert.deepEqual(offersSeen, applied([...changes, { put: 'need', need }]).rankOffers(need, all))
      assert.deepEqual(needsSeen, applied([...changes, { put: 'offer', offer }]).rankNeeds(offer, all))
      if (offers[0]) {
        const put = applied([...changes, { put: 'need', need }])
        assert.deepEqual(explained, put.explain(need, offers[0], AS_OF_MS))
      }
    }),
    100,
  )
})

function finish<T>(steps: Generator<void, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

t.test('many pairs are explained as each would be by itself, previews among them', async (t) => {
  holds(
    t,
    fc.property(someChanges, someNeed, someOffer, (changes, need, offer) => {
      const engine = applied(changes)
      const { needs, offers } = remaining(changes)
      const allOffers = [...offers, offer, ...offers]
      const allNeeds = [...needs, need, ...needs]
      const withOffers = allOffers.map((one) => engine.explain(need, one, AS_OF_MS))
      const withNeeds = allNeeds.map((one) => engine.explain(one, offer, AS_OF_MS))
      const isPut = (id: string) =>
        ![need.id, offer.id].includes(id) && [...needs, ...offers].some((one) => one.id === id)
      for (const put of [undefined, isPut]) {
        assert.deepEqual(finish(engine.explainOffersInSteps(need, allOffers, AS_OF_MS, put)), withOffers)
        assert.deepEqual(finish(engine.explainNeedsInSteps(offer, allNeeds, AS_OF_MS, put)), withNeeds)
      }
    }),
    100,
  )
})

t.test(
  'a ranking for a need holds until the moment that is said, and is not current behind any change',
  async (t) => {
    holds(
      t,
      fc.property(someChanges, someNeed, fc.integer({ min: -100, max: 100 }), (changes, need, hours) => {
        const engine = applied(changes)
        const asked = { ...need, sessions: need.sessions ?? [], deadlineAtMs: AS_OF_MS + hours * HOUR_MS }
        const until = rankingHoldsUntil(asked, AS_OF_MS)
        assert.ok(until > AS_OF_MS)
        const ranked = engine.rankOffers(asked, all)
        assert.deepEqual(engine.rankOffers(asked, { ...all, asOfMs: until - 1 }), ranked)
        const standing = atOnce(engine.rankOffersAgainInSteps(asked, all))
        assert.ok(engine.isCurrent(asked, standing))
        engine.putNeed(asked)
        assert.ok(!engine.isCurrent(asked, standing))
        const behind = atOnce(engine.rankOffersAgainInSteps(asked, all, standing))
        engine.removeNeed(asked.id)
        assert.ok(!engine.isCurrent(asked, behind))
      }),
      100,
    )
  },
)

t.test('what is removed is gone, and removing what is not there changes nothing', async (t) => {
  const engine = createEngine(settings)
  const one = offer()
  engine.putOffer(one)
  engine.removeOffer('offer_unknown')
  engine.removeNeed('need_unknown')
  t.same(engine.size, { needs: 0, offers: 1 })
  t.equal(engine.partnerOfOffer(one.id), one.partnerId)
  engine.removeOffer(one.id)
  t.same(engine.size, { needs: 0, offers: 0 })
  t.equal(engine.partnerOfOffer(one.id), undefined)
})

t.test('postings of one day are tied, whichever came first, and ties go by id', async (t) => {
  const engine = createEngine(settings)
  engine.putOffer(offer({ id: 'offer_b', postedAtMs: AS_OF_MS - 1 }))
  engine.putOffer(offer({ id: 'offer_a', postedAtMs: AS_OF_MS - 1000 }))
  const ranked = engine.rankOffers(need(), { limit: 10, asOfMs: AS_OF_MS })
  t.same(
    ranked.map(({ offerId }) => offerId),
    ['offer_a', 'offer_b'],
  )
  t.equal(ranked[0]?.score, ranked[1]?.score)
})

t.test('a change of the relations counts from the next ranking on', async (t) => {
  let strength = 0
  const relatedSkills = (skill: string) => (strength > 0 && skill === 'x' ? [{ skill: 'y', strength }] : [])
  const engine = createEngine({ ...settings, relatedSkills })
  const wanted = { skill: 'x', label: 'x', importance: 'must', level: null } as const
  const aNeed = need({ skills: [wanted] })
  engine.putOffer(offer({ skills: [{ skill: 'y', label: 'y', level: null }] }))
  const count = () => engine.rankOffers(aNeed, { limit: 10, asOfMs: AS_OF_MS }).length
  t.equal(count(), 0)
  strength = 0.9
  engine.relationsChanged()
  t.equal(count(), 1)
})
