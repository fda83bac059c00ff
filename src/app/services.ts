import type { Logger } from 'pino'
import {
  authenticateClient,
  createCredentialSigner,
  createKeyring,
  createTokens,
  type Keys,
  loadSigningKeys,
} from '../features/access/index.ts'
import { createBarter, settleHours } from '../features/barter/index.ts'
import { createEngagements } from '../features/engagements/index.ts'
import {
  createImportQueue,
  createImports,
  eraseCandidateRows,
  listCandidateRows,
} from '../features/imports/index.ts'
import { createInternships, createPlacements } from '../features/internships/index.ts'
import { createIntroductions, createPropose } from '../features/introductions/index.ts'
import { createMatches, demandIndex } from '../features/matches/index.ts'
import { createWebhooks, queueNumbered } from '../features/notifications/index.ts'
import { createPostings } from '../features/postings/index.ts'
import { createPublishing } from '../features/publishing/index.ts'
import { createSandbox } from '../features/sandbox/index.ts'
import { createSkills } from '../features/skills/index.ts'
import { createSprints } from '../features/sprints/index.ts'
import type { DatabaseConnection } from '../platform/db/index.ts'
import { createInTransaction, numberEvents, type WriteContext } from '../platform/events/index.ts'
import { createOnce } from '../platform/http/index.ts'
import { createBackgroundWork } from '../platform/jobs/index.ts'
import type { Tracing } from '../platform/telemetry/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { NeedId } from '../shared/ids.ts'
import { version } from '../shared/version.ts'
import { createBackground } from './background.ts'
import type { Config } from './config.ts'
import { createMarketParts } from './market-parts.ts'
import { sandboxRows } from './sandbox-rows.ts'
import { warn } from './warn.ts'

export type Deps = ReturnType<typeof createDeps>

/** Puts the service together: here and in `deps/` alone do parts get to know each other. Does no I/O but to read its own files. */
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
  const market = createMarketParts({ config, db, log, clock })
  const numbering = createBackgroundWork(
    (isStopping) =>
      numberEvents(
        {
          db,
          onNumbered: (tx, positions) => queueNumbered({ db: tx, clock }, positions),
          onCommitted() {
            const { deliveries, alerts, sandboxAnswers } = background.works
            for (const work of [deliveries, alerts, sandboxAnswers]) work.wake()
          },
        },
        isStopping,
      ),
    warn(log, 'events could not be told yet'),
  )
  const inTransaction = createInTransaction({
    db,
    clock,
    onCommitted(committed) {
      numbering.wake()
      return market.feed.applyOwn(committed)
    },
  })
  const changing = { db, inTransaction, clock }
  const { taxonomy } = market
  const postings = createPostings({ taxonomy })
  const internships = createInternships({
    taxonomy,
    eraseElsewhere: eraseCandidateRows,
    listElsewhere: listCandidateRows,
  })
  const { needs, organizations } = postings
  const importQueue = createImportQueue({
    ...changing,
    log,
    merge: {
      organizations: organizations.mergeMany,
      helpers: postings.helpers.mergeMany,
      needs: needs.mergeMany,
      offers: postings.offers.mergeMany,
      candidates: internships.candidates.mergeMany,
      candidate_preferences: internships.mergeCandidatePreferences,
      organization_preferences: internships.mergeOrganizationPreferences,
    },
  })
  const matches = createMatches({ ...market, taxonomy })
  const { explainPair } = matches
  /** The limits of open introductions keep people from being asked too often; a placement keeps to capacities. */
  const proposePlaced = createPropose({
    limits: { openPerHelper: Number.POSITIVE_INFINITY, openPerNeed: Number.POSITIVE_INFINITY },
    explainPair,
  })
  const fillNeed = (ctx: WriteContext, { id }: { id: NeedId }) =>
    needs.change(ctx, { id, patch: { status: 'filled' }, precondition: null })
  const engagements = createEngagements({ settleHours })
  const introductions = createIntroductions({
    limits: {
      openPerHelper: config.OPEN_INTRODUCTIONS_PER_HELPER,
      openPerNeed: config.OPEN_INTRODUCTIONS_PER_NEED,
    },
    explainPair,
    fillNeed,
    countTakenPositions: engagements.countTakenPositions,
    beginEngagement: engagements.begin,
  })
  const guard = { allowInsecure: config.ALLOW_INSECURE_WEBHOOKS }
  const background = createBackground({
    ...changing,
    log,
    market,
    introductions,
    proposePlaced,
    imports: importQueue,
    webhooks: { ...guard, timeoutMs: config.WEBHOOK_TIMEOUT_MS },
  })
  const skillUri = (skill: string) => market.taxonomy.get(skill)?.uri ?? null
  const signCredential = createCredentialSigner(keyring)
  const publishing = createPublishing({
    helpers: postings.helpers,
    offers: postings.offers,
    organizations,
    issuer,
    skillUri,
    signCredential,
  })
  return {
    ...changing,
    ...market,
    postings,
    internships,
    skills: createSkills({ taxonomy }),
    imports: createImports({ wakeQueue: importQueue.wake }),
    background: { ...background.works, numbering },
    deliveryOutcomes: background.deliveryOutcomes,
    config,
    version,
    pool,
    tracing: given.tracing,
    log,
    issuer,
    once: createOnce({ inTransaction, clock }),
    keyring,
    tokens: createTokens({ keyring, issuer, clock }),
    readSigningKeys: async () => keyring.replace(await loadSigningKeys({ db, clock })),
    authenticateClient: (clientId: string, secret: string) =>
      authenticateClient({ db, clock }, clientId, secret),
    matches,
    introductions,
    engagements,
    sprints: createSprints({ postNeed: needs.post, matching: matches.matchingFor }),
    sandbox: createSandbox({ sandboxRows }),
    placements: createPlacements({
      matching: matches.matchingFor,
      place: background.place,
      wakePublishing: () => background.works.placements.wake(),
    }),
    barter: createBarter({
      ...postings,
      inTransaction,
      market: market.barterMarket,
      requireIndex: () => demandIndex(market),
      fillNeed,
      beginEngagement: engagements.begin,
      wakeClearings: () => background.works.clearings.wake(),
    }),
    webhooks: createWebhooks({ guard, wakeDeliveries: () => background.works.deliveries.wake() }),
    publications: publishing,
    signCredential,
    guard,
    skillUri,
    /** Lets what runs in the background end, and its threads. */
    async stop() {
      await Promise.all([numbering.stop(), background.stop()])
    },
  }
}
