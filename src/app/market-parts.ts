import { join } from 'node:path'
import type { Logger } from 'pino'
import { createEngine, createMarketPortions, type EngineSettings } from '../engines/matching/index.ts'
import {
  BarterGraph,
  type BarterIds,
  createBarterMarket,
  createSavableBarter,
} from '../features/barter/index.ts'
import {
  createDatabaseMatcher,
  createFairQueue,
  createIndexKeeper,
  createKeptPages,
  createKnownPostings,
  createMarketFeed,
  createMarketRepository,
  createMarkets,
  createMeanings,
  createMemoryMatcher,
  createReadings,
  createSearchRowFeed,
  createSearchRowWriter,
  createSkillsOfPosting,
  createUnreadTexts,
  type FairQueue,
  hashOfProgram,
  type MarketIds,
  type MarketIndex,
  type Meanings,
  payFloors,
  requireReadyIndex,
} from '../features/matches/index.ts'
import { readModelInUse } from '../features/ranking-model/index.ts'
import {
  createSkillCatalogue,
  createSkillsRepository,
  curatedFirmSkills,
  curatedSkillHints,
  curatedSkillsByMeaning,
  readCuratedTaxonomy,
  skillDirections,
} from '../features/skills/index.ts'
import type { Database, ReadReplicas } from '../platform/db/index.ts'
import {
  createEmbeddingsClient,
  createLocalTextEncoder,
  createRemoteTextEncoder,
  createTermEmbeddingsRepository,
  createTermSimilarity,
  mergeRelations,
  withNotedTerms,
} from '../platform/embeddings/index.ts'
import { createEventsRepository } from '../platform/events/index.ts'
import { cities } from '../platform/places/index.ts'
import type { Clock } from '../shared/clock.ts'
import { DomainError } from '../shared/errors.ts'
import { loadLanguages } from '../shared/languages/index.ts'
import type { Config } from './config.ts'
import { warn } from './warn.ts'

const BYTES_PER_MIB = 2 ** 20
/** Share of the page cache for whole pages. The rest is for their postings. */
const SHARE_OF_WHOLE_PAGES = 0.375

export type MarketParts = ReturnType<typeof createMarketParts>

/** Creates the parts that hold the market: skills and their relations, matches and possible swaps. */
export function createMarketParts(given: {
  config: Config
  db: Database
  replicas: Pick<ReadReplicas, 'read'>
  log: Logger
  clock: Clock
}) {
  const { config, db, replicas, log, clock } = given
  const curated = readCuratedTaxonomy()
  // Loads the cities and the word lists now, so that the first request does not wait for them.
  cities()
  loadLanguages()
  const taxonomy = createSkillCatalogue({ curated, skills: createSkillsRepository(db) })
  const encoder = createEncoder(config)
  const similarity = createSimilarity({ config, db, log, onChange: () => void relationsChanged() })
  const skillsOfPosting = createSkillsOfPosting(curatedSkillHints(), curatedSkillsByMeaning())
  const settings: EngineSettings = {
    relatedSkills: similarity
      ? mergeRelations(taxonomy.relatedSkills, similarity.relatedTo)
      : taxonomy.relatedSkills,
    // Without imported skills: the skills that a text names must not depend on when it was read.
    namedSkills: () => curated,
    skillsOfText: skillsOfPosting,
    directionOf: skillDirections(),
    // Also vectors of the previous model, while its texts are encoded again.
    ...(encoder && { comparesMeaningsOf: () => true }),
    payFloors,
  }
  const engine = createMarkets(() => createEngine<MarketIds>(settings))
  const barterEngine = createMarkets(() => createEngine<BarterIds>(settings))
  const graph = new BarterGraph({ engine: barterEngine, clock, minScore: config.BARTER_MIN_SCORE })
  const engineQueue = createFairQueue()
  const inDatabase =
    config.MATCHING === 'database'
      ? createDatabaseParts({ settings, db, clock, engineQueue, meanings: () => meanings })
      : undefined
  const relationsChanged = () =>
    engineQueue.run(() => {
      engine.relationsChanged()
      barterEngine.relationsChanged()
      inDatabase?.portions.relationsChanged()
    })
  const meanings: Meanings | undefined =
    encoder &&
    createMeanings({
      db,
      encoder,
      skillsOfText: curatedFirmSkills(),
      isReady: () => feed.ready,
      onStored: (keys) => feed.reread(keys),
      onError: warn(log, 'texts could not be compared by meaning'),
    })
  const unreadTexts = createUnreadTexts()
  const readings = createReadings({
    db,
    skillsOfText: skillsOfPosting,
    onError: warn(log, 'what texts express could not be stored'),
  })
  const events = createEventsRepository(db)
  const folder = config.INDEX_CACHE_DIR ?? join(config.DATA_DIR, 'index')
  // Terms that an endpoint compares are noted while rows are read.
  const keeper =
    folder === 'off' || similarity
      ? undefined
      : createIndexKeeper({
          folder,
          markets: engine,
          barter: createSavableBarter(graph, barterEngine),
          engineQueue,
          events,
          identity: async () => [await hashOfProgram(), encoder ? 'meanings' : 'no meanings'].join(' '),
          clock,
          log,
        })
  const memoryFeed = createMarketFeed({
    ...(keeper && { saved: keeper }),
    engine: filling(
      {
        putNeed: ({ id }) => known.forget(id),
        putOffer: ({ id }) => known.forget(id),
        removeNeed: (id) => known.forget(id),
        removeOffer: (id) => known.forget(id),
      },
      similarity ? { ...engine, ...withNotedTerms(engine, similarity.note) } : engine,
      graph,
    ),
    engineQueue,
    market: {
      ...createMarketRepository(db),
      openNeeds: (after, limit) =>
        replicas.read((replica) => createMarketRepository(replica).openNeeds(after, limit)),
      openOffers: (after, limit) =>
        replicas.read((replica) => createMarketRepository(replica).openOffers(after, limit)),
    },
    events,
    meanings,
    unreadTexts,
    readings,
    onError: warn(log, 'index could not be brought up to date'),
  })
  const feed = inDatabase?.feed ?? memoryFeed
  const pageBytes = config.PAGE_CACHE_MIB * BYTES_PER_MIB
  const known = createKnownPostings({ db, feed, maxBytes: pageBytes * (1 - SHARE_OF_WHOLE_PAGES) })
  const keptPages = createKeptPages({ maxBytes: pageBytes * SHARE_OF_WHOLE_PAGES })
  return {
    taxonomy,
    similarity,
    meanings,
    unreadTexts,
    readings,
    engine,
    engineQueue,
    matcher: inDatabase?.matcher ?? createMemoryMatcher(engine, engineQueue),
    feed,
    isInDatabase: inDatabase !== undefined,
    /** Settings of all engines of this process. */
    settings,
    /** With `MATCHING=database`: updates the search rows after events. */
    writeRows: inDatabase?.feed.write,
    /** Throws `not_ready` until rings can be found, and `rings_unavailable` if they never can. */
    requireRings() {
      if (inDatabase)
        throw new DomainError(
          'rings_unavailable',
          'This service finds no rings, since it searches its market in the database.',
        )
      requireReadyIndex({ feed })
    },
    known,
    keptPages,
    /** Saves the index if it has changed since the last save. */
    saveIndex: async (signal?: AbortSignal) =>
      inDatabase ? null : ((await keeper?.save(memoryFeed, signal)) ?? null),
    barterMarket: createBarterMarket(graph, engineQueue),
    relationsChanged,
    /** Loads the weights in use, for rankings from now on. */
    readModel: async () => {
      const model = await readModelInUse({ db })
      await engineQueue.run(() => {
        engine.useModel(model)
        barterEngine.useModel(model)
        inDatabase?.portions.useModel(model)
      })
    },
  }
}

/** Creates the parts that find matches with rows in the database. */
function createDatabaseParts(given: {
  settings: EngineSettings
  db: Database
  clock: Clock
  engineQueue: FairQueue
  meanings: () => Meanings | undefined
}) {
  const { settings, db, clock, engineQueue, meanings } = given
  const portions = createMarketPortions<MarketIds>(settings)
  const unread = new Map<string, Parameters<Meanings['want']>>()
  const writer = createSearchRowWriter({
    portions,
    onRead(side, { meaning }, key) {
      if (!meaning?.isCurrent || !meanings()?.isOf(meaning.model))
        unread.set(key.id, [side, key, { isOwn: true }])
    },
  })
  const feed = createSearchRowFeed({
    db,
    clock,
    writer,
    program: async () => [await hashOfProgram(), settings.comparesMeaningsOf ? 'meanings' : ''].join(' '),
    onCommitted() {
      for (const wanted of unread.values()) meanings()?.want(...wanted)
      unread.clear()
    },
  })
  return { portions, feed, matcher: createDatabaseMatcher(portions, engineQueue) }
}

/** Combines indexes that follow the market into one. */
function filling(...indexes: MarketIndex[]): MarketIndex {
  const all =
    <T>(verb: (one: MarketIndex, given: T) => void) =>
    (given: T) => {
      for (const index of indexes) verb(index, given)
    }
  return {
    putNeed: all((one, need) => one.putNeed(need)),
    putOffer: all((one, offer) => one.putOffer(offer)),
    removeNeed: all((one, id) => one.removeNeed(id)),
    removeOffer: all((one, id) => one.removeOffer(id)),
  }
}

/** Returns undefined if texts are not compared. */
function createEncoder(config: Config) {
  if (config.EMBEDDINGS === 'off') return undefined
  const { EMBEDDINGS_MODEL: model } = config
  const client = createClient(config)
  return config.EMBEDDINGS === 'url' && client && model
    ? createRemoteTextEncoder(client, model)
    : createLocalTextEncoder()
}

function createClient(config: Config) {
  const { EMBEDDINGS: choice, EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model } = config
  if (choice === 'off' || !url || !model) return undefined
  return createEmbeddingsClient({
    url,
    model,
    apiKey: config.EMBEDDINGS_API_KEY,
    timeoutMs: config.EMBEDDINGS_TIMEOUT_MS,
  })
}

/** Returns undefined if no embeddings endpoint is set. */
function createSimilarity(given: { config: Config; db: Database; log: Logger; onChange: () => void }) {
  const { config, db, log, onChange } = given
  const { EMBEDDINGS_MODEL: model } = config
  const client = createClient(config)
  if (!client || !model) return undefined
  return createTermSimilarity({
    client,
    embeddings: createTermEmbeddingsRepository(db, model),
    minCosine: config.EMBEDDINGS_MIN_COSINE,
    onChange,
    onError: warn(log, 'skills cannot be compared by meaning'),
    onRecovered: () => log.info('skills are compared by meaning again'),
  })
}
