import type { Logger } from 'pino'
import { type Access, createAccess, type Keys } from '../features/access/index.ts'
import { type Advice, createAdvice } from '../features/advice/index.ts'
import { type Barter, createBarter, settleHours } from '../features/barter/index.ts'
import {
  createEngagements,
  createReturnPosition,
  type Engagements,
  mergeHours,
  removeUnchangedHours,
} from '../features/engagements/index.ts'
import {
  type BatchPorts,
  createFindUnknownSkills,
  createImportQueue,
  createImports,
  eraseCandidateRows,
  type Imports,
  joinNotices,
  listCandidateRows,
} from '../features/imports/index.ts'
import { createInsights, type InsightsVerbs } from '../features/insights/index.ts'
import { eraseWork, listWork } from '../features/internship-work/index.ts'
import {
  createInternships,
  createPlacements,
  type Internships,
  type Placements,
} from '../features/internships/index.ts'
import { createIntroductions, createPropose, type Introductions } from '../features/introductions/index.ts'
import { createMatches, type Matches } from '../features/matches/index.ts'
import { createMerges, type Merges } from '../features/merges/index.ts'
import { createWebhooks, type Webhooks } from '../features/notifications/index.ts'
import { createPostings, type Postings } from '../features/postings/index.ts'
import { createPublishing, type Publishing } from '../features/publishing/index.ts'
import { createSandbox, type Sandbox } from '../features/sandbox/index.ts'
import { createSkills, type Skills } from '../features/skills/index.ts'
import { createSprints, type Sprints } from '../features/sprints/index.ts'
import type { Database, DatabaseConnection, ReadReplicas } from '../platform/db/index.ts'
import { createInTransaction, type InTransaction, type WriteContext } from '../platform/events/index.ts'
import {
  createIdempotency,
  createRateCountsRepository,
  createSharedUse,
  type RouteRuntime,
  type SharedUse,
} from '../platform/http/index.ts'
import type { SecretBox } from '../platform/secrets/index.ts'
import type { Tracing } from '../platform/telemetry/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { NeedId } from '../shared/ids.ts'
import { version } from '../shared/version.ts'
import { type Background, createBackground } from './background.ts'
import type { Config } from './config.ts'
import { createMarketParts, type MarketParts } from './market-parts.ts'
import { sandboxRows } from './sandbox-rows.ts'

/** Runtime of the process. All routes and jobs get the database and the clock from it. */
export interface Runtime extends RouteRuntime {
  config: Config
  version: string
  log: Logger
  clock: Clock
  db: Database
  pool: DatabaseConnection['pool']
  inTransaction: InTransaction
  /** Use of quotas in other processes. Undefined if each process counts separately. */
  sharedUse: SharedUse | undefined
  /** True shortly before a shutdown: requests are answered, but `/readyz` directs new ones elsewhere. */
  isLeaving: boolean
  /** Undefined if no traces are sent. */
  tracing: Tracing | undefined
}

/** Every part of the service by name. Routes, the timetable, the command line and tests call these. */
export interface Services {
  runtime: Runtime
  market: MarketParts
  background: Background
  access: Access
  skills: Skills
  postings: Postings
  introductions: Introductions
  matches: Matches
  engagements: Engagements
  sprints: Sprints
  advice: Advice
  barter: Barter
  insights: InsightsVerbs
  internships: Internships
  placements: Placements
  merges: Merges
  imports: Imports
  publishing: Publishing
  webhooks: Webhooks
  sandbox: Sandbox
}

export interface ServicesInput {
  config: Config
  database: DatabaseConnection
  /** Replicas for lists, exports and loading the index. */
  replicas?: Pick<ReadReplicas, 'read'>
  log: Logger
  clock: Clock
  secrets: SecretBox
  signingKeys: Keys
  tracing?: Tracing | undefined
  /**
   * Address that partners see. Read at each use, because a port of 0 is known only when the server listens.
   */
  issuer: () => string
}

/** Creates every part and connects them; no other file does. Its only I/O is to read the project's own files. */
export function createServices(input: ServicesInput): Services {
  const { config, log, clock, issuer, secrets } = input
  const { db, pool } = input.database
  const replicas = input.replicas ?? { read: (work) => work(db) }
  const market = createMarketParts({ config, db, replicas, log, clock })
  const { taxonomy } = market
  const inTransaction = createInTransaction({
    db,
    clock,
    onAppended: market.writeRows,
    onCommitted(committed) {
      background.works.number_events.wake()
      return market.feed.applyOwn(committed)
    },
  })
  const access = createAccess({ db, clock, secrets, signingKeys: input.signingKeys, issuer })
  const postings = createPostings({ taxonomy })
  const matches = createMatches({ ...market, taxonomy })
  const reopenNeed = (ctx: WriteContext, { id }: { id: NeedId }) =>
    postings.needs.change(ctx, { id, patch: { status: 'open' }, precondition: null })
  const internships = createInternships({
    readVisibleNeeds: matches.readVisibleNeeds,
    taxonomy,
    async eraseElsewhere(ctx, person) {
      await eraseCandidateRows(ctx, person)
      await eraseWork(ctx, person)
    },
    returnPosition: createReturnPosition({ reopenNeed }),
    listElsewhere: async (ctx, person) => ({
      import_rows: await listCandidateRows(ctx, person),
      ...(await listWork(ctx, person)),
    }),
  })
  const importPorts = createMergePorts({ postings, internships, taxonomy })
  const importQueue = createImportQueue({
    ...{ db, inTransaction, clock, log },
    ...importPorts,
    isIndexReady: () => market.feed.ready,
  })
  const engagements = createEngagements({ settleHours, reopenNeed })
  const fillNeed = (ctx: WriteContext, { id }: { id: NeedId }) =>
    postings.needs.change(ctx, { id, patch: { status: 'filled' }, precondition: null })
  const proposalLimits = {
    openPerPartner: config.OPEN_PROPOSALS_PER_PARTNER,
    perPartnerPair: config.PROPOSALS_PER_PARTNER_PAIR,
    coolDownHours: config.PROPOSAL_COOL_DOWN_HOURS,
    expiry: { minHours: config.PROPOSAL_MIN_HOURS, maxHours: config.PROPOSAL_MAX_HOURS },
  }
  const introductions = createIntroductions({
    limits: {
      openPerHelper: config.OPEN_INTRODUCTIONS_PER_HELPER,
      openPerNeed: config.OPEN_INTRODUCTIONS_PER_NEED,
      ...proposalLimits,
    },
    explainPair: matches.explainPair,
    fillNeed,
    countTakenPositions: engagements.countTakenPositions,
    beginEngagement: engagements.begin,
  })
  const background = createBackground({
    db,
    inTransaction,
    clock,
    log,
    market,
    introductions,
    // The limits of open introductions protect people from too many requests. A placement has capacities
    // instead.
    proposePlaced: createPropose({
      limits: {
        openPerHelper: Number.POSITIVE_INFINITY,
        openPerNeed: Number.POSITIVE_INFINITY,
        openPerPartner: Number.POSITIVE_INFINITY,
        perPartnerPair: Number.POSITIVE_INFINITY,
        coolDownHours: 0,
        expiry: proposalLimits.expiry,
      },
      explainPair: matches.explainPair,
    }),
    imports: importQueue,
    secrets,
    webhooks: { allowInsecure: config.ALLOW_INSECURE_WEBHOOKS, timeoutMs: config.WEBHOOK_TIMEOUT_MS },
  })
  const { works } = background
  return {
    runtime: {
      config,
      version,
      log,
      clock,
      db,
      replicas,
      pool,
      inTransaction,
      idempotency: createIdempotency({ inTransaction, clock }),
      sharedUse:
        config.RATE_LIMIT_STORE === 'shared' ? createSharedUse(createRateCountsRepository(db)) : undefined,
      isLeaving: false,
      tracing: input.tracing,
    },
    market,
    background,
    access,
    skills: createSkills({ taxonomy }),
    postings,
    introductions,
    matches,
    engagements,
    sprints: createSprints({ ...matches, postNeed: postings.needs.post }),
    advice: createAdvice({ getNeed: postings.needs.get }),
    insights: createInsights({ taxonomy }),
    barter: createBarter({
      ...postings,
      inTransaction,
      market: market.barterMarket,
      limits: proposalLimits,
      requireIndex: () => market.requireRings(),
      fillNeed,
      beginEngagement: engagements.begin,
      wakeClearings: () => works.run_clearings.wake(),
    }),
    internships,
    placements: createPlacements({
      ...matches,
      place: background.place,
      wakePublishing: () => works.publish_placements.wake(),
    }),
    merges: createMerges(postings),
    imports: createImports({
      inTransaction,
      ...importPorts,
      limits: { imports: config.WAITING_IMPORTS_PER_PARTNER, mib: config.WAITING_UPLOAD_MIB_PER_PARTNER },
      wakeQueue: importQueue.wake,
      removeUnchanged: {
        needs: postings.needs.removeUnchanged,
        offers: postings.offers.removeUnchanged,
        organizations: postings.organizations.removeUnchanged,
        helpers: postings.helpers.removeUnchanged,
      },
      restoreReplaced: {
        needs: postings.needs.restoreReplaced,
        offers: postings.offers.restoreReplaced,
        organizations: postings.organizations.restoreReplaced,
        helpers: postings.helpers.restoreReplaced,
        candidates: internships.candidates.restoreReplaced,
      },
      removeCandidates: internships.candidates.removeAllUnchanged,
      removeHours: removeUnchangedHours,
      undoPreferences: internships.cohorts.undoPreferences,
    }),
    publishing: createPublishing({
      helpers: postings.helpers,
      offers: postings.offers,
      organizations: postings.organizations,
      issuer,
      skillUri: (skill) => taxonomy.get(skill)?.uri ?? null,
      signCredential: access.signCredential,
    }),
    webhooks: createWebhooks({
      secrets,
      guard: { allowInsecure: config.ALLOW_INSECURE_WEBHOOKS },
      wakeDeliveries: () => works.send_deliveries.wake(),
    }),
    sandbox: createSandbox({
      sandboxRows,
      counts: {
        organizations: postings.organizations.count,
        helpers: postings.helpers.count,
        needs: postings.needs.count,
        offers: postings.offers.count,
        introductions: introductions.count,
        engagements: engagements.count,
      },
    }),
  }
}

/** Returns the verbs that merge the rows of each type of import. */
function createMergePorts({
  postings,
  internships,
  taxonomy,
}: Pick<Services, 'postings' | 'internships'> & Pick<MarketParts, 'taxonomy'>): Pick<
  BatchPorts,
  'merge' | 'notice' | 'isKnownSkill'
> {
  const unknownSkills = createFindUnknownSkills({ taxonomy })
  return {
    isKnownSkill: taxonomy.isName,
    merge: {
      organizations: postings.organizations.mergeMany,
      helpers: postings.helpers.mergeMany,
      needs: postings.needs.mergeMany,
      offers: postings.offers.mergeMany,
      candidates: internships.candidates.mergeMany,
      candidate_preferences: internships.cohorts.mergeCandidatePreferences,
      organization_preferences: internships.cohorts.mergeOrganizationPreferences,
      hours: mergeHours,
    },
    notice: {
      needs: unknownSkills,
      offers: unknownSkills,
      candidates: joinNotices(unknownSkills, internships.candidates.notice),
    },
  }
}
