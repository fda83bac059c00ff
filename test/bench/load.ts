import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { createEngine } from '../../src/engines/matching/index.ts'
import { createFairQueue } from '../../src/features/matches/fair-queue.ts'
import { createMarketRepository } from '../../src/features/matches/market.repository.ts'
import { createMarketFeed } from '../../src/features/matches/market-feed.ts'
import { payFloors } from '../../src/features/matches/pay-floors.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/index.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { createEventsRepository } from '../../src/platform/events/index.ts'
import { startBenchDatabase } from './bench-database.ts'
import { rounded } from './percentiles.ts'

// How fast a process fills its index from Postgres as it starts, and for how long that holds its event loop:
// node test/bench/load.ts [--offers N]
// `read_per_s` is the same reading with nothing done with the rows: what the driver and the database leave.

const { values } = parseArgs({ options: { offers: { type: 'string', default: '100000' } } })
const offers = Number(values.offers)
const PAGE = 250

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

async function measure() {
  const { connectionString } = await startBenchDatabase(folder, closers, { market: { offers, needs: 1 } })
  const database = openDatabase({ connectionString, poolSize: 2, onError: () => {} })
  closers.push(() => database.close())
  const read = await timed(() => readAll(database.db))
  const { engine, feed } = createIndex(database.db)
  const loaded = await timed(() => feed.load())
  if (engine.size.offers !== offers) throw new Error(`${engine.size.offers} offers were loaded`)
  return {
    offers,
    cpus: availableParallelism(),
    load_s: rounded(loaded.ms / 1000, 2),
    offers_per_s: Math.round(offers / (loaded.ms / 1000)),
    longest_hold_ms: rounded(loaded.longestHoldMs, 1),
    read_per_s: Math.round(offers / (read.ms / 1000)),
  }
}

function createIndex(db: Database) {
  const curated = readCuratedTaxonomy()
  const engine = createEngine({
    relatedSkills: () => [],
    namedSkills: () => curated,
    payFloors,
  })
  const feed = createMarketFeed({
    engine,
    engineQueue: createFairQueue(),
    market: createMarketRepository(db),
    events: createEventsRepository(db),
    onError: (error) => {
      throw error
    },
  })
  return { engine, feed }
}

async function readAll(db: Database): Promise<void> {
  const market = createMarketRepository(db)
  let count = 0
  for (let page = await market.openOffers(null, PAGE); page.length > 0; ) {
    count += page.length
    page = await market.openOffers(page.at(-1)?.offer ?? null, PAGE)
  }
  if (count !== offers) throw new Error(`${count} offers were read`)
}

/** How long some work takes, and the longest time that a timer of a millisecond was kept waiting meanwhile. */
async function timed(work: () => Promise<void>): Promise<{ ms: number; longestHoldMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const begunMs = performance.now()
  await work()
  const ms = performance.now() - begunMs
  delay.disable()
  return { ms, longestHoldMs: delay.max / 1e6 }
}
