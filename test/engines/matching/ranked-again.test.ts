import t from 'tap'
import type { Engine, RankOptions, Standing } from '../../../src/engines/matching/engine-interface.ts'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer } from '../../../src/engines/matching/postings.ts'
import { createMarketData } from '../../bench/engine-data.ts'
import { AS_OF_MS } from '../../bench/engine-parts.ts'
import { atOnce } from '../../support/at-once.ts'
import { between, createRandom, pick, type Random } from '../../support/random.ts'

const data = createMarketData(7)
const OFFERS = 400
const NEEDS = 40
const ASKED: readonly Omit<RankOptions, 'asOfMs'>[] = [
  { limit: 21, leastFit: 'possible', fillTo: 4 },
  { limit: 6, leastFit: 'possible', fillTo: 4 },
  { limit: 3, leastFit: 'possible', fillTo: 4 },
  { limit: 21, leastFit: 'weak', fillTo: 4 },
  { limit: 12 },
  { limit: 21, leastFit: 'possible', fillTo: 4, minScore: 0.5 },
  { limit: 21, leastFit: 'possible', fillTo: 4, kinds: ['volunteer', 'paid'] },
]

function fill(): Engine {
  const engine = createEngine(data.settings)
  for (let at = 0; at < OFFERS; at++) engine.putOffer(data.marketOffer(at))
  for (let at = 0; at < NEEDS; at++) engine.putNeed(data.marketNeed(at))
  return engine
}

function again(engine: Engine, need: MarketNeed, options: RankOptions, before?: Standing): Standing {
  return atOnce(engine.rankOffersAgainInSteps(need, options, before))
}

/** Puts an offer that is new, takes one of another number's place, or is put as it was, or removes one, or does so with a need. */
function change(engine: Engine, random: Random): void {
  const at = between(random, 0, OFFERS - 1)
  const other = between(random, 0, 10 * OFFERS)
  pick(random, [
    () => engine.putOffer(data.marketOffer(OFFERS + other)),
    () => engine.putOffer({ ...data.marketOffer(other), id: data.marketOffer(at).id }),
    () => engine.putOffer(data.marketOffer(at)),
    () => engine.removeOffer(data.marketOffer(at).id),
    () => engine.putNeed(data.marketNeed(NEEDS + other)),
    () => engine.removeNeed(data.marketNeed(NEEDS + other).id),
  ])()
}

t.test('a ranking made of an earlier one is the ranking, behind any changes', async (t) => {
  const engine = fill()
  const random = createRandom(11, 1)
  const needs = Array.from({ length: 12 }, (_, at) => data.marketNeed(at))
  const before = new Map<string, Standing>()
  let kept = 0
  for (let round = 0; round < 60; round++) {
    for (let changes = between(random, 0, 3); changes > 0; changes--) change(engine, random)
    for (const need of needs)
      for (const [at, asked] of ASKED.entries()) {
        const key = `${need.id} ${at}`
        const options = { ...asked, asOfMs: AS_OF_MS }
        const known = before.get(key)
        const now = again(engine, need, options, known)
        t.same(now.ranked, engine.rankOffers(need, options))
        if (known && now.ranked === known.ranked) kept++
        // Some are left to grow old.
        if (random() < 0.7) before.set(key, now)
      }
  }
  t.ok(kept > 1000, `${kept} rankings were found to be as they were`)
})

t.test('rows that enter behind the first five are found without a search', async (t) => {
  const engine = fill()
  const need = data.marketNeed(1)
  const options = { limit: 21, leastFit: 'weak' as const, asOfMs: AS_OF_MS }
  const before = again(engine, need, options)
  const [, , , , , , seventh] = before.ranked
  if (!seventh) throw new Error('the market is too small')
  const like = copyOf(seventh.offerId, 'offer_zzzzzzzzzzzzzzzzzzzzzzzzzz')
  engine.putOffer(like)
  const now = again(engine, need, options, before)
  t.same(now.ranked, engine.rankOffers(need, options))
  t.ok(now.ranked.some(({ offerId }) => offerId === like.id))
  t.equal(now.ranked[0]?.offerId, before.ranked[0]?.offerId)
})

function copyOf(id: string, newId: string): MarketOffer {
  for (let at = 0; at < OFFERS; at++)
    if (data.marketOffer(at).id === id) return { ...data.marketOffer(at), id: newId }
  throw new Error(`no offer has the id ${id}`)
}

t.test('another model, other relations and another engine rank anew', async (t) => {
  const engine = fill()
  const need = data.marketNeed(2)
  const options = { limit: 21, asOfMs: AS_OF_MS }
  const before = again(engine, need, options)
  t.equal(again(engine, need, options, before).ranked, before.ranked)
  t.ok(engine.isCurrent(need, before))
  engine.relationsChanged()
  t.notOk(engine.isCurrent(need, before))
  const related = again(engine, need, options, before)
  t.not(related.ranked, before.ranked)
  const other = fill()
  t.notOk(other.isCurrent(need, related))
  t.not(again(other, need, options, related).ranked, related.ranked)
})

t.test('engines that hold the same postings count by the same statistics, however they came', async (t) => {
  const [one, other] = [fill(), createEngine(data.settings)]
  const random = createRandom(3, 3)
  for (let changes = 0; changes < 50; changes++) change(one, random)
  for (let at = 0; at < 12 * OFFERS; at++) {
    one.removeOffer(data.marketOffer(at).id)
    if (at % 3 === 0) one.putOffer(data.marketOffer(at))
    one.removeNeed(data.marketNeed(at).id)
  }
  for (let at = 12 * OFFERS - 1; at >= 0; at--) if (at % 3 === 0) other.putOffer(data.marketOffer(at))
  for (let at = 0; at < 20; at++) {
    const need = data.marketNeed(at)
    const options = { limit: 50, asOfMs: AS_OF_MS }
    t.same(one.rankOffers(need, options), other.rankOffers(need, options))
  }
})
