import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { BlockedOptions, Engine } from '../../../src/engines/matching/engine-interface.ts'
import type { Explanation, GateCode } from '../../../src/engines/matching/explanation.ts'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer, Modality, OfferKind } from '../../../src/engines/matching/postings.ts'
import { DAY_MS } from '../../../src/shared/time.ts'
import { holds } from '../../support/holds.ts'
import {
  AS_OF_MS,
  nairobi,
  need,
  offer,
  offered,
  paid,
  settings,
  wanted,
} from '../../support/market-postings.ts'
import { remaining, someChanges } from '../../support/random-market.ts'
import { isAskedFor } from './brute-force.ts'

const basic: BlockedOptions = {
  limit: 5,
  asOfMs: AS_OF_MS,
  leastFit: 'possible',
  mostCounted: 1000,
  leaveOut: ['blocked', 'declined'],
  leaveOutOfOthers: ['requirement_not_held'],
}
const TODAY = new Date(AS_OF_MS).toISOString().slice(0, 10)
const FIT_ORDER = ['strong', 'good', 'possible', 'weak']

const someOptions = fc.record({
  limit: fc.integer({ min: 0, max: 6 }),
  leastFit: fc.constantFrom('strong', 'good', 'possible', 'weak'),
  minScore: fc.double({ min: 0, max: 0.6, noNaN: true }),
  kinds: fc.option(fc.subarray(['volunteer', 'intern', 'barter', 'paid'] as const, { minLength: 1 }), {
    nil: undefined,
  }),
  modalities: fc.constantFrom<Modality[] | undefined>(undefined, undefined, ['remote', 'hybrid'], ['onsite']),
  skill: fc.constantFrom(undefined, undefined, undefined, undefined, 'bookkeeping'),
  except: fc.constantFrom<string[]>([], ['need_1', 'offer_1', 'offer_7']),
  leaveOut: fc.subarray([
    'blocked',
    'declined',
    'too_few_hours',
    'fully_committed',
    'below_pay_floor',
  ] as const),
  leaveOutOfOthers: fc.subarray(['requirement_not_held', 'must_skill_missing'] as const),
})

function marketOf(needs: readonly MarketNeed[], offers: readonly MarketOffer[]): Engine {
  const engine = createEngine(settings)
  for (const one of needs) engine.putNeed(one)
  for (const one of offers) engine.putOffer(one)
  return engine
}

function run<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

interface ExplainedPair {
  need: MarketNeed
  offer: MarketOffer
  explained: Explanation
}

/** Every pair of an anchor, explained one by one: no index, no bounds. */
function expected(
  pairs: readonly ExplainedPair[],
  options: BlockedOptions,
  otherOf: (pair: ExplainedPair) => MarketNeed | MarketOffer,
) {
  const blocked = pairs.filter((pair) => isCounted(pair, options, otherOf(pair)))
  const counts = new Map<
    GateCode,
    { code: GateCode; count: number; alone: number; kinds: Record<OfferKind, number> }
  >()
  for (const { explained, offer } of blocked)
    for (const { code } of explained.blockers) {
      const none = { volunteer: 0, intern: 0, barter: 0, paid: 0 }
      const known = counts.get(code) ?? { code, count: 0, alone: 0, kinds: none }
      counts.set(code, known)
      known.count++
      known.kinds[offer.terms.kind]++
      if (explained.blockers.length === 1) known.alone++
    }
  const near = blocked
    .filter((pair) => !isFar(pair))
    .map((pair) => ({ id: otherOf(pair).id, worth: worthOf(pair) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .slice(0, options.limit)
  return { nearMisses: near.map(({ id }) => id), counts: byCode([...counts.values()]) }
}

function isCounted(
  { need, offer, explained }: ExplainedPair,
  { kinds, leastFit, minScore = 0, leaveOut, leaveOutOfOthers, ...filters }: BlockedOptions,
  other: MarketNeed | MarketOffer,
): boolean {
  const codes = explained.blockers.map(({ code }) => code)
  const isOwn = need.partnerId === offer.partnerId
  if (codes.length === 0 || codes.includes('nothing_in_common')) return false
  if (codes.some((code) => leaveOut.includes(code))) return false
  if (!isOwn && codes.some((code) => leaveOutOfOthers.includes(code))) return false
  if (!isOwn && other.visibility === 'partner') return false
  if (other.endsOn !== null && other.endsOn < TODAY) return false
  if ('deadlineAtMs' in other && other.deadlineAtMs !== null && other.deadlineAtMs <= AS_OF_MS) return false
  if ('accepts' in other && other.accepts.length === 0) return false
  if (!isAskedFor(other, Number.NaN, filters)) return false
  if (other.id === offer.id && kinds && !kinds.includes(offer.terms.kind)) return false
  return FIT_ORDER.indexOf(explained.fit) <= FIT_ORDER.indexOf(leastFit) && explained.score >= minScore
}

function isFar({ offer, explained }: ExplainedPair): boolean {
  const far = explained.blockers.find(({ code }) => code === 'place_out_of_reach')
  const km = far?.detail.code === 'place_out_of_reach' ? far.detail.values.km : 0
  return offer.modality === 'onsite' && km > 200
}

const worthOf = ({ explained }: ExplainedPair) => explained.score / 2 ** (explained.blockers.length - 1)
const byCode = <T extends { code: string }>(counts: readonly T[]) =>
  counts.toSorted((a, b) => (a.code < b.code ? -1 : 1))

t.test('counts and near misses are those of explaining every pair, from both sides', (t) => {
  let counted = 0
  let complete = 0
  holds(
    t,
    fc.property(someChanges, someOptions, (changes, chosen) => {
      const { needs, offers } = remaining(changes)
      const engine = marketOf(needs, offers)
      const options = { ...basic, ...chosen }
      const explain = (need: MarketNeed, offer: MarketOffer) => ({
        need,
        offer,
        explained: engine.explain(need, offer, AS_OF_MS),
      })
      for (const need of needs) {
        const got = run(engine.blockedOffersInSteps(need, options))
        const pairs = offers.map((offer) => explain(need, offer))
        const wantedOnes = expected(pairs, options, ({ offer }) => offer)
        assert.deepEqual({ nearMisses: got.nearMisses, counts: byCode(got.counts) }, wantedOnes)
        assert.equal(got.isComplete, true)
        counted += got.counts.length
        const capped = run(engine.blockedOffersInSteps(need, { ...options, mostCounted: 2 }))
        assert.deepEqual(capped.nearMisses, got.nearMisses, 'the cap changes no near miss')
        for (const { code, count } of capped.counts)
          assert.ok(count <= Math.min(2, got.counts.find((one) => one.code === code)?.count ?? 0))
        if (capped.isComplete) assert.deepEqual(capped, got)
        complete += capped.isComplete ? 1 : 0
      }
      for (const offer of offers) {
        const got = run(engine.blockedNeedsInSteps(offer, { ...options, kinds: undefined }))
        const pairs = needs.map((need) => explain(need, offer))
        const wantedOnes = expected(pairs, options, ({ need }) => need)
        assert.deepEqual({ nearMisses: got.nearMisses, counts: byCode(got.counts) }, wantedOnes)
      }
    }),
    220,
  )
  t.ok(counted > 500 && complete > 100, `${counted} gates counted, ${complete} rankings below the cap`)
  t.end()
})

const blockedFor = (one: MarketNeed, offers: readonly MarketOffer[], options: Partial<BlockedOptions> = {}) =>
  run(marketOf([one], offers).blockedOffersInSteps(one, { ...basic, ...options }))

t.test('one change of an offer moves only its own pair from a match to a near miss', async (t) => {
  const bystander = offer({ id: 'offer_2', languages: ['sw'] })
  const open = blockedFor(need(), [offer(), bystander])
  t.same(open.nearMisses, ['offer_2'])
  t.match(open.counts, [{ code: 'no_shared_language', count: 1, alone: 1 }])
  const shut = blockedFor(need(), [offer({ modality: 'remote' }), bystander])
  t.same(shut.nearMisses.toSorted(), ['offer_1', 'offer_2'])
  t.match(
    shut.counts.map(({ code, count, alone }) => [code, count, alone]),
    [
      ['modality_differs', 1, 1],
      ['no_shared_language', 1, 1],
    ],
  )
})

t.test(
  'a pair with two shut gates counts for both, alone for neither, and comes after one change away',
  async (t) => {
    const twice = offer({ id: 'offer_1', languages: ['sw'], modality: 'remote' })
    const once = offer({ id: 'offer_2', languages: ['sw'], title: 'Numbers', description: '' })
    const { nearMisses, counts } = blockedFor(need(), [twice, once])
    t.same(nearMisses, ['offer_2', 'offer_1'])
    t.same(
      counts.map(({ code, count, alone }) => [code, count, alone]),
      [
        ['no_shared_language', 2, 1],
        ['modality_differs', 1, 0],
      ],
    )
  },
)

const HIDDEN: [string, MarketNeed, MarketOffer][] = [
  ['a pair that one side blocked', need({ blockedHelperIds: ['helper_1'] }), offer()],
  ['a pair that was declined', need({ declinedOfferIds: ['offer_1'] }), offer()],
  ["another partner's offer that is its own", need(), offer({ visibility: 'partner' })],
  ["what another partner's helper lacks", need({ requires: ['background_check'] }), offer()],
  ['an offer that has ended', need(), offer({ endsOn: '2026-03-10' })],
  [
    'an offer of other work',
    need(),
    offer({ languages: ['sw'], skills: [], title: 'Juggling', description: '' }),
  ],
]
for (const [name, aNeed, anOffer] of HIDDEN) {
  t.test(`${name} is neither counted nor shown`, async (t) => {
    const { nearMisses, counts } = blockedFor(aNeed, [anOffer])
    t.same({ nearMisses, counts }, { nearMisses: [], counts: [] })
  })
}

t.test("what a partner's own helper lacks is counted and shown", async (t) => {
  const own = offer({ partnerId: 'partner_1' })
  const { nearMisses } = blockedFor(need({ requires: ['background_check'] }), [own])
  t.same(nearMisses, ['offer_1'])
})

t.test(
  'a helper on site who is a continent away is counted and is no near miss, unless they could work remotely',
  async (t) => {
    const far = blockedFor(need(), [offer({ place: nairobi })])
    t.same([far.nearMisses, far.counts.map(({ code }) => code)], [[], ['place_out_of_reach']])
    const hybrid = blockedFor(need(), [offer({ place: nairobi, modality: 'hybrid' })])
    t.same(hybrid.nearMisses, ['offer_1'])
  },
)

t.test('a need past its deadline says so, and offers are told of no such need', async (t) => {
  const late = need({ deadlineAtMs: AS_OF_MS - DAY_MS })
  t.match(blockedFor(late, [offer()]).counts, [{ code: 'deadline_passed', count: 1, alone: 1 }])
  const engine = marketOf([late], [offer()])
  t.same(run(engine.blockedNeedsInSteps(offer(), basic)).counts, [])
})

t.test('a missing must skill is a near miss', async (t) => {
  const strict = need({ skills: [wanted('bookkeeping', { importance: 'must' }), wanted('payroll')] })
  const { nearMisses, counts } = blockedFor(strict, [offer({ skills: [offered('payroll')] })])
  t.same(nearMisses, ['offer_1'])
  t.match(counts, [{ code: 'must_skill_missing' }])
})

t.test('a rate far above the budget is counted by its kind', async (t) => {
  const poor = need({ budget: { amountMinor: 4000, currency: 'USD', unit: 'hour' } })
  const offers = [5000, 4500].map((rate, at) => offer({ id: `offer_${at}`, terms: paid(rate) }))
  t.match(blockedFor(poor, offers), {
    nearMisses: ['offer_0'],
    counts: [{ code: 'over_budget', count: 1, kinds: { paid: 1, volunteer: 0 } }],
  })
})
