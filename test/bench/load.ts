import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createEngine } from '../../src/engines/matching/index.ts'
import { BarterGraph, type BarterIds, createSavableBarter } from '../../src/features/barter/index.ts'
import {
  createFairQueue,
  createIndexKeeper,
  createMarketFeed,
  createMarketRepository,
  createMarkets,
  createReadings,
  createSkillsOfPosting,
  hashOfProgram,
  type MarketIds,
  type MarketIndex,
  payFloors,
} from '../../src/features/matches/index.ts'
import {
  curatedSkillHints,
  prepareSkillHints,
  readCuratedTaxonomy,
  skillDirections,
  skillsByMeaning,
} from '../../src/features/skills/index.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { createEventsRepository } from '../../src/platform/events/index.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { loadLanguages } from '../../src/shared/languages/index.ts'
import { startBenchDatabase } from './bench-database.ts'
import { rounded } from './percentiles.ts'

// How fast a process fills its index as it starts, from Postgres and from its file, how long saving takes, and for how long each
// holds its event loop: node test/bench/load.ts [--offers N]
// `first` reads the texts of rows that no process has read yet, the rest finds what they express stored. `cpu_s` is the
// processor's time of this process, which other work does not lengthen as much.
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
  // As the service does before it reads rows.
  loadLanguages()
  await prepareSkillHints()
  const { first, storeMs } = await loadUnread(database.db)
  const { engine, feed, keeper } = createIndex(database.db)
  const loaded = await timed(() => feed.load())
  requireAll(engine.size.offers)
  let fileBytes = 0
  const saved = await timed(async () => {
    fileBytes = (await keeper.save(feed))?.bytes ?? 0
  })
  const second = createIndex(database.db)
  const fromFile = await timed(() => second.feed.load())
  requireAll(second.engine.size.offers)
  return {
    offers,
    cpus: availableParallelism(),
    first_load_s: rounded(first.ms / 1000, 2),
    first_load_cpu_s: rounded(first.cpuMs / 1000, 2),
    first_offers_per_s: Math.round(offers / (first.ms / 1000)),
    store_s: rounded(storeMs / 1000, 2),
    load_s: rounded(loaded.ms / 1000, 2),
    load_cpu_s: rounded(loaded.cpuMs / 1000, 2),
    offers_per_s: Math.round(offers / (loaded.ms / 1000)),
    longest_hold_ms: rounded(loaded.longestHoldMs, 1),
    read_per_s: Math.round(offers / (read.ms / 1000)),
    file_load_s: rounded(fromFile.ms / 1000, 2),
    file_offers_per_s: Math.round(offers / (fromFile.ms / 1000)),
    file_longest_hold_ms: rounded(fromFile.longestHoldMs, 1),
    file_mb: rounded(fileBytes / 1e6, 1),
    save_s: rounded(saved.ms / 1000, 2),
    save_longest_hold_ms: rounded(saved.longestHoldMs, 1),
  }
}

/** A start before any text was read, and how much longer it takes until what was read is stored. Leaves no file. */
async function loadUnread(db: Database) {
  const { engine, feed, readings } = createIndex(db)
  const first = await timed(() => feed.load())
  requireAll(engine.size.offers)
  const begunMs = performance.now()
  while (readings.waiting > 0) await delay(10)
  return { first, storeMs: performance.now() - begunMs }
}

function requireAll(loaded: number): void {
  if (loaded !== offers) throw new Error(`${loaded} offers were loaded`)
}

/** The index of one process, barter included. It uses the file of the benchmark's folder if there is one. */
function createIndex(db: Database) {
  const curated = readCuratedTaxonomy()
  const settings = {
    relatedSkills: () => [],
    namedSkills: () => curated,
    skillsOfText: createSkillsOfPosting(curatedSkillHints(), skillsByMeaning(curated)),
    directionOf: skillDirections(),
    payFloors,
  }
  const engine = createMarkets(() => createEngine<MarketIds>(settings))
  const barterEngine = createMarkets(() => createEngine<BarterIds>(settings))
  const graph = new BarterGraph({ engine: barterEngine, clock: systemClock, minScore: 0 })
  const engineQueue = createFairQueue()
  const events = createEventsRepository(db)
  const readings = createReadings({ db, skillsOfText: settings.skillsOfText, onError: fail })
  const keeper = createIndexKeeper({
    folder: join(folder, 'index'),
    markets: engine,
    barter: createSavableBarter(graph, barterEngine),
    engineQueue,
    events,
    identity: hashOfProgram,
    clock: systemClock,
    log: { info: (data, message) => process.stderr.write(`${message} ${JSON.stringify(data)}\n`) },
  })
  const both = (work: (one: MarketIndex) => void) => {
    work(engine)
    work(graph)
  }
  const feed = createMarketFeed({
    engine: {
      putNeed: (need) => both((one) => one.putNeed(need)),
      putOffer: (offer) => both((one) => one.putOffer(offer)),
      removeNeed: (id) => both((one) => one.removeNeed(id)),
      removeOffer: (id) => both((one) => one.removeOffer(id)),
    },
    saved: keeper,
    engineQueue,
    market: createMarketRepository(db),
    events,
    readings,
    onError: fail,
  })
  return { engine, feed, keeper, readings }
}

function fail(error: unknown): never {
  throw error
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
async function timed(
  work: () => Promise<void>,
): Promise<{ ms: number; cpuMs: number; longestHoldMs: number }> {
  const holds = monitorEventLoopDelay({ resolution: 1 })
  holds.enable()
  const begunMs = performance.now()
  const cpuBefore = process.cpuUsage()
  await work()
  const ms = performance.now() - begunMs
  const { user, system } = process.cpuUsage(cpuBefore)
  holds.disable()
  return { ms, cpuMs: (user + system) / 1000, longestHoldMs: holds.max / 1e6 }
}
