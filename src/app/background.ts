import type { Logger } from 'pino'
import { createClearing, expireRings, runClearings } from '../features/barter/index.ts'
import type { ImportRunner } from '../features/imports/index.ts'
import { createPlacing, type PublishDeps, publishPlacements } from '../features/internships/index.ts'
import { expireIntroductions, type Introductions } from '../features/introductions/index.ts'
import { tellMatches } from '../features/matches/index.ts'
import {
  type AttemptOutcome,
  createDeliverer,
  createSendRequest,
  removeOldDeliveries,
} from '../features/notifications/index.ts'
import { answerIntroductions } from '../features/sandbox/index.ts'
import { tellSprintMoments } from '../features/sprints/index.ts'
import type { Database } from '../platform/db/index.ts'
import { type InTransaction, removeOldEvents } from '../platform/events/index.ts'
import { type BackgroundWork, createBackgroundWork } from '../platform/jobs/index.ts'
import type { Clock } from '../shared/clock.ts'
import { createCounts } from '../shared/counts.ts'
import type { createMarketParts } from './market-parts.ts'
import { orWarn } from './or-warn.ts'

/** What is done behind the requests, by whichever process comes to it first. */
export function createBackground(given: {
  log: Logger
  db: Database
  inTransaction: InTransaction
  clock: Clock
  market: ReturnType<typeof createMarketParts>
  introductions: Introductions
  proposePlaced: PublishDeps['proposePlaced']
  importRunner: ImportRunner
  webhooks: { allowInsecure: boolean; timeoutMs: number }
}) {
  const { log, db, inTransaction, clock, importRunner, webhooks } = given
  const deps = { db, inTransaction, clock }
  const { feed, barter } = given.market

  const attempts = createCounts<AttemptOutcome>()
  const deliveries = createDeliverer({
    ...deps,
    send: createSendRequest(webhooks),
    timeoutMs: webhooks.timeoutMs,
    random: Math.random,
    onError: orWarn(log, 'webhooks could not be delivered'),
    onAttempt: attempts.count,
  })
  const alerts = createBackgroundWork(
    (isStopping) => tellMatches({ ...given.market, ...deps }, isStopping),
    orWarn(log, 'matches could not be told'),
  )
  const sandboxAnswers = createBackgroundWork(
    (isStopping) => answerIntroductions({ introductions: given.introductions, ...deps }, isStopping),
    orWarn(log, 'a sandbox could not answer'),
  )
  const publishing = createBackgroundWork(
    (isStopping) => publishPlacements({ ...deps, proposePlaced: given.proposePlaced }, isStopping),
    orWarn(log, 'placements could not be published'),
  )
  const placing = createPlacing()
  const clearingThread = createClearing()
  const clearing = createBackgroundWork(
    (isStopping) =>
      runClearings({ db, clock, barter, isReady: () => feed.ready, clear: clearingThread.run }, isStopping),
    orWarn(log, 'a clearing failed'),
  )
  const works: BackgroundWork[] = [deliveries, alerts, sandboxAnswers, publishing, clearing, importRunner]
  return {
    deliveries,
    deliveryOutcomes: {
      name: 'smartsource_webhook_attempts_total',
      help: 'Webhook requests by what came of them',
      onCount: attempts.onCount,
    },
    alerts,
    sandboxAnswers,
    publishing,
    clearing,
    place: placing.run,
    /** By the clock, in one process at a time. */
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
    /** Lets all of it end, and its threads. */
    async stop() {
      await Promise.all(works.map((work) => work.stop()))
      await Promise.all([placing.close(), clearingThread.close()])
    },
  }
}
