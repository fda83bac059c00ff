import type { Logger } from 'pino'
import { createCandidates, createProgramPosting } from './candidates/index.ts'
import type { Config } from './config.ts'
import type { Database, DatabaseConnection } from './db/database.ts'
import {
  createEmbeddingsClient,
  createTermEmbeddingsRepository,
  createTermSimilarity,
  mergeRelations,
  notingTerms,
} from './embeddings/index.ts'
import { beginEngagement, type EngagementRow, type HoursRow } from './engagements/index.ts'
import {
  createEventsRepository,
  createInTransaction,
  numberEvents,
  removeOldEvents,
  type Transaction,
} from './events/index.ts'
import { helperPosting } from './helpers/index.ts'
import { createOnce, type Tracing } from './http/index.ts'
import { createImportRunner, eraseFromImports, heldInImports } from './imports/index.ts'
import { expireIntroductions, type IntroductionRow, propose } from './introductions/index.ts'
import { tellMatches } from './match-alerts/index.ts'
import { createEngine, type EngineSettings } from './matching/engine/index.ts'
import {
  createMarketFeed,
  createMarketRepository,
  createMarkets,
  createTurns,
  demandIndex,
  explainPair,
  type MarketIndex,
  payFloors,
} from './matching/index.ts'
import { createNeedPosting } from './needs/index.ts'
import { createOfferPosting } from './offers/index.ts'
import { createNeedJsonLd } from './open-formats/index.ts'
import { organizationPosting } from './organizations/index.ts'
import {
  authenticateClient,
  createCredentialSigner,
  createKeyring,
  createTokens,
  type Keys,
  loadSigningKeys,
} from './partners/index.ts'
import {
  cohortPosting,
  createPlacing,
  createPreferenceImport,
  type PublishDeps,
  publishPlacements,
} from './placements/index.ts'
import { createPosting } from './posting/index.ts'
import { modelInUse } from './ranking-model/index.ts'
import {
  BarterGraph,
  createBarter,
  createClearing,
  expireRings,
  runClearings,
  settleHours,
} from './rings/index.ts'
import { answerIntroductions } from './sandbox/index.ts'
import { createBackgroundWork } from './shared/background-work.ts'
import type { Clock } from './shared/clock.ts'
import { createCounts } from './shared/counts.ts'
import type { NeedId, OfferId, PartnerId } from './shared/ids.ts'
import { createSkillCatalogue, createSkillsRepository, readCuratedTaxonomy } from './skills/index.ts'
import { tellSprintMoments } from './sprints/index.ts'
import { version } from './version.ts'
import {
  type AttemptOutcome,
  createDeliverer,
  createSendRequest,
  queueNumbered,
  removeOldDeliveries,
} from './webhooks/index.ts'

export type Deps = ReturnType<typeof createDeps>

/** Puts the service together: the only place where parts get to know each other. Does no I/O but to read its own files. */
export function createDeps(given: {
  config: Config
  database: DatabaseConnection
  log: Logger
  clock: Clock
  signingKeys: Keys
  /** Undefined where no traces are sent. */
  tracing?: Tracing | undefined
  /** The address that partners see; asked for at each use, since a port of 0 is only known once it listens. */
  issuer: () => string
}) {
  const { config, log, clock, issuer } = given
  const { db, pool } = given.database
  const keyring = createKeyring(given.signingKeys, clock)
  const curated = readCuratedTaxonomy()
  const taxonomy = createSkillCatalogue({
    curated,
    skills: createSkillsRepository(db),
  })
  const similarity = createSimilarity({
    config,
    db,
    log,
    onChange: () => void relationsChanged(),
  })
  const settings: EngineSettings = {
    relatedSkills: similarity
      ? mergeRelations(taxonomy.relatedSkills, similarity.relatedTo)
      : taxonomy.relatedSkills,
    // Not the imported ones: what a text names must not depend on when it was read.
    namedSkills: () => curated,
    payFloors,
    language: 'english',
  }
  const engine = createMarkets(() => createEngine(settings))
  const barterEngine = createMarkets(() => createEngine(settings))
  const relationsChanged = () =>
    turns.take(() => {
      engine.relationsChanged()
      barterEngine.relationsChanged()
    })
  const graph = new BarterGraph({ engine: barterEngine, clock, minScore: config.BARTER_MIN_SCORE })
  const turns = createTurns()
  const market = createMarketRepository(db)
  const feed = createMarketFeed({
    engine: filling(similarity ? { ...engine, ...notingTerms(engine, similarity.note) } : engine, graph),
    turns,
    market,
    events: createEventsRepository(db),
    onError: (error) => log.warn({ reason: reasonOf(error) }, 'index could not be brought up to date'),
  })
  const numbering = createBackgroundWork(
    (isStopping) =>
      numberEvents(
        {
          db,
          onNumbered: (tx, positions) => queueNumbered({ clock }, tx, positions),
          onCommitted() {
            deliveries.wake()
            alerts.wake()
            sandboxAnswers.wake()
          },
        },
        isStopping,
      ),
    (error) => log.warn({ reason: reasonOf(error) }, 'events could not be told yet'),
  )
  const inTransaction = createInTransaction({
    db,
    clock,
    onCommitted(committed) {
      numbering.wake()
      return feed.applyOwn(committed)
    },
  })
  const guard = { allowInsecure: config.ALLOW_INSECURE_WEBHOOKS }
  const deliveryCounts = createCounts<AttemptOutcome>()
  const deliveries = createDeliverer({
    db,
    inTransaction,
    clock,
    send: createSendRequest({ ...guard, timeoutMs: config.WEBHOOK_TIMEOUT_MS }),
    timeoutMs: config.WEBHOOK_TIMEOUT_MS,
    random: Math.random,
    onError: (error) => log.warn({ reason: reasonOf(error) }, 'webhooks could not be delivered'),
    onAttempt: deliveryCounts.count,
  })
  const posting = { db, inTransaction, clock }
  const needs = createPosting(posting, createNeedPosting({ taxonomy }))
  const candidates = createCandidates({ ...posting, taxonomy, elsewhere: eraseFromImports })
  const organizations = createPosting(posting, organizationPosting)
  const helpers = createPosting(posting, helperPosting)
  const offers = createPosting(posting, createOfferPosting({ taxonomy }))
  const cohorts = createPosting(posting, cohortPosting)
  const placing = createPlacing()
  const skillUri = (skill: string) => taxonomy.get(skill)?.uri ?? null
  const matching = { engine, turns, feed, market, clock, db }
  const answering = {
    fillNeed: (tx: Transaction, partnerId: PartnerId, needId: NeedId) =>
      needs.change(tx, partnerId, needId, { status: 'filled' }, null),
    beginEngagement: (tx: Transaction, introduction: IntroductionRow) =>
      beginEngagement(tx, introduction, clock()),
  }
  const sandboxAnswers = createBackgroundWork(
    (isStopping) => answerIntroductions({ ...answering, ...posting }, isStopping),
    (error) => log.warn({ reason: reasonOf(error) }, 'a sandbox could not answer'),
  )
  const alerts = createBackgroundWork(
    (isStopping) => tellMatches({ ...matching, inTransaction }, isStopping),
    (error) => log.warn({ reason: reasonOf(error) }, 'matches could not be told'),
  )
  const barter = createBarter(graph, turns)
  const clearingThread = createClearing()
  const clearing = createBackgroundWork(
    (isStopping) =>
      runClearings({ db, clock, barter, isReady: () => feed.ready, clear: clearingThread.run }, isStopping),
    (error) => log.warn({ reason: reasonOf(error) }, 'a clearing failed'),
  )
  const publishing = createBackgroundWork(
    (isStopping) => publishPlacements({ ...posting, proposePlaced }, isStopping),
    (error) => log.warn({ reason: reasonOf(error) }, 'placements could not be published'),
  )
  /** The limits of open introductions keep people from being asked too often; a placement keeps to capacities. */
  const proposePlaced: PublishDeps['proposePlaced'] = (tx, partnerId, pair) =>
    propose(
      {
        clock,
        limits: { openPerHelper: Number.POSITIVE_INFINITY, openPerNeed: Number.POSITIVE_INFINITY },
        explainPair: (...pair) => explainPair(matching, ...pair),
      },
      tx,
      partnerId,
      pair,
    )
  const importRunner = createImportRunner({
    ...posting,
    log,
    postings: {
      candidates,
      needs,
      offers,
      organizations,
      helpers,
      candidate_preferences: createPreferenceImport('candidates'),
      organization_preferences: createPreferenceImport('organizations'),
    },
  })
  return {
    config,
    version,
    db,
    pool,
    tracing: given.tracing,
    log,
    clock,
    issuer,
    taxonomy,
    similarity,
    engine,
    market,
    turns,
    feed,
    inTransaction,
    once: createOnce({ inTransaction, clock }),
    keyring,
    tokens: createTokens({ keyring, issuer, clock }),
    readSigningKeys: async () => keyring.replace(await loadSigningKeys({ db, clock })),
    authenticateClient: (clientId: string, secret: string) =>
      authenticateClient({ db, clock }, clientId, secret),
    organizations,
    helpers,
    needs,
    offers,
    candidates,
    programs: createPosting(posting, createProgramPosting({ taxonomy })),
    heldInImports,
    importRunner,
    limits: {
      openPerHelper: config.OPEN_INTRODUCTIONS_PER_HELPER,
      openPerNeed: config.OPEN_INTRODUCTIONS_PER_NEED,
    },
    explainPair: (partnerId: PartnerId, needId: NeedId, offerId: OfferId) =>
      explainPair(matching, partnerId, needId, offerId),
    cohorts,
    place: placing.run,
    /** Lets what runs in the background end, and its threads. */
    async stop() {
      await Promise.all(
        [numbering, deliveries, alerts, sandboxAnswers, publishing, clearing, importRunner].map((work) =>
          work.stop(),
        ),
      )
      await Promise.all([placing.close(), clearingThread.close()])
    },
    numbering,
    guard,
    deliveries,
    deliveryOutcomes: {
      name: 'smartsource_webhook_attempts_total',
      help: 'Webhook requests by what came of them',
      onCount: deliveryCounts.onCount,
    },
    alerts,
    sandboxAnswers,
    publishing,
    proposePlaced,
    ...answering,
    jobs: {
      expire_introductions: () => expireIntroductions(inTransaction, clock),
      tell_sprint_moments: () => tellSprintMoments(inTransaction, clock),
      remove_old_imports: importRunner.removeOld,
      remove_old_events: () => removeOldEvents(inTransaction, clock),
      remove_old_deliveries: () => removeOldDeliveries(inTransaction, clock),
      run_clearings: async () => clearing.wake(),
      expire_rings: () => expireRings(inTransaction, clock),
      publish_placements: async () => publishing.wake(),
    },
    /** Ranks with the weights in use, as they are now. */
    readModel: async () => {
      const model = await modelInUse(db)
      await turns.take(() => {
        engine.useModel(model)
        barterEngine.useModel(model)
      })
    },
    barter,
    clearing,
    relationsChanged,
    demandIndex: () => demandIndex({ feed }),
    postNeed: needs.post,
    getNeed: needs.get,
    settleHours: (tx: Transaction, engagement: EngagementRow, hours: HoursRow) =>
      settleHours({ clock }, tx, engagement, hours),
    signCredential: createCredentialSigner(keyring),
    skillUri,
    needJsonLd: createNeedJsonLd({ getOrganization: organizations.get, issuer, skillUri }),
  }
}

/** Two indexes that are filled alike. */
function filling(index: MarketIndex, other: MarketIndex): MarketIndex {
  const both =
    <T>(verb: (one: MarketIndex, given: T) => void) =>
    (given: T) => {
      verb(index, given)
      verb(other, given)
    }
  return {
    putNeed: both((one, need) => one.putNeed(need)),
    putOffer: both((one, offer) => one.putOffer(offer)),
    removeNeed: both((one, id) => one.removeNeed(id)),
    removeOffer: both((one, id) => one.removeOffer(id)),
  }
}

/** Undefined where no endpoint for embeddings is set. */
function createSimilarity(given: { config: Config; db: Database; log: Logger; onChange: () => void }) {
  const { config, db, log, onChange } = given
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model } = config
  if (!url || !model) return undefined
  return createTermSimilarity({
    client: createEmbeddingsClient({
      url,
      model,
      apiKey: config.EMBEDDINGS_API_KEY,
      timeoutMs: config.EMBEDDINGS_TIMEOUT_MS,
    }),
    embeddings: createTermEmbeddingsRepository(db, model),
    minCosine: config.EMBEDDINGS_MIN_COSINE,
    onChange,
    onError: (error) => log.warn({ reason: reasonOf(error) }, 'skills can not be compared by meaning'),
    onRecovered: () => log.info('skills are compared by meaning again'),
  })
}

/** What went wrong, without a query's parameters. */
function reasonOf(error: unknown): string {
  return error instanceof Error
    ? `${error.name} ${'code' in error ? String(error.code) : ''}`.trim()
    : 'unknown'
}
