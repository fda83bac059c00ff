import { randomInt } from 'node:crypto'
import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import { createMarketData } from '../../bench/engine-data.ts'
import { checkExactness, type MeasuredRun, timeQueries, updateOffers } from '../../bench/engine-run.ts'

const OFFERS = 100_000
const NEEDS = 10_000
const QUERIES = 300
/** The hardest of both sides are among them. */
const COMPARED = 16

t.test(
  'among 100,000 offers the best are those of brute force, to the last place, also after changes',
  async (t) => {
    const seed = randomInt(1, 2 ** 31)
    const data = createMarketData(seed)
    const engine = createEngine(data.settings)
    for (let at = 0; at < OFFERS; at++) engine.putOffer(data.marketOffer(at))
    for (let at = 0; at < NEEDS; at++) engine.putNeed(data.marketNeed(at))
    const run: MeasuredRun = {
      engine,
      data,
      offers: OFFERS,
      needs: NEEDS,
      longestBlockMs: 0,
      longestBlockCpuMs: 0,
      changed: new Map(),
    }
    updateOffers(run)
    const { exact, inexact, sampled } = checkExactness(run, timeQueries(run, QUERIES), COMPARED)
    t.equal(sampled, COMPARED)
    t.ok(exact, `seed ${seed}: ${JSON.stringify(inexact)}`)
  },
)
