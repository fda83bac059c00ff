import { availableParallelism, loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { createMarketData } from './engine-data.ts'
import { measureMiniSearch } from './engine-minisearch.ts'
import {
  buildMarket,
  checkExactness,
  type MeasuredRun,
  type TimedQuery,
  timeQueries,
  updateOffers,
} from './engine-run.ts'
import { measureSql } from './engine-sql.ts'
import { latenciesOf, rounded } from './percentiles.ts'
import { wholeNumber } from './whole-number.ts'

// How large and how fast the engine is, whether it is exact, and how its peers do on the same data:
// node --expose-gc test/bench/engine.ts [--offers N] [--queries N] [--sample N] [--seed N] [--no-peers]
// There is one need for each ten offers. Times are of the engine's own calls; making the data is not counted.

const PEER_QUERIES = 60
const OFFERS_A_NEED = 10

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '1000' },
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    'no-peers': { type: 'boolean', default: false },
  },
})
const [offers, queries, sample, seed] = [
  wholeNumber(values, 'offers'),
  wholeNumber(values, 'queries'),
  wholeNumber(values, 'sample'),
  wholeNumber(values, 'seed'),
]
process.stdout.write(`${JSON.stringify(await measure())}\n`)

async function measure() {
  const begun = performance.now()
  // Other work on the machine lengthens every time.
  const loadBefore = rounded(loadavg()[0] ?? 0, 2)
  const data = createMarketData(seed)
  const needs = Math.ceil(offers / OFFERS_A_NEED)
  const { run, figures } = buildMarket(data, offers, needs)
  const times = timeQueries(run, queries)
  const ofSide = (side: 'need' | 'offer') =>
    Object.entries(latenciesOf(times.filter(({ query }) => query.side === side).map(({ ms }) => ms)))
  const peers = values['no-peers'] ? {} : await measurePeers(run, times)
  const updatesPerS = updateOffers(run)
  const longestBlockMs = rounded(run.longestBlockMs, 2)
  return {
    offers,
    needs,
    queries,
    seed,
    cpus: availableParallelism(),
    load_before: loadBefore,
    ...figures,
    ...latenciesOf(times.map(({ ms }) => ms)),
    ...Object.fromEntries(ofSide('need').map(([name, value]) => [`need_${name}`, value])),
    ...Object.fromEntries(ofSide('offer').map(([name, value]) => [`offer_${name}`, value])),
    updates_per_s: updatesPerS,
    longest_block_ms: longestBlockMs,
    longest_block_cpu_ms: rounded(run.longestBlockCpuMs, 2),
    ...checkExactness(run, times, sample),
    ...peers,
    run_s: rounded((performance.now() - begun) / 1000, 1),
  }
}

/** The same needs for both peers, from all over those that the engine was timed with. */
async function measurePeers(run: MeasuredRun, times: readonly TimedQuery[]) {
  const asked = times.flatMap(({ query, ms }) => (query.side === 'need' ? [{ need: query.posting, ms }] : []))
  const step = Math.max(1, Math.floor(asked.length / PEER_QUERIES))
  const chosen = asked.filter((_, at) => at % step === 0).slice(0, PEER_QUERIES)
  const needs = chosen.map(({ need }) => need)
  const sql = await measureSql(run, needs)
  const minisearch = measureMiniSearch(run.data, run.offers, needs)
  const engineP50 = latenciesOf(chosen.map(({ ms }) => ms)).p50_ms
  return {
    peers: { engine_p50_ms: engineP50, sql, minisearch },
    sql_ratio: rounded(sql.p50_ms / engineP50, 1),
  }
}
