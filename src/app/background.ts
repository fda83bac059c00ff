import type { Logger } from 'pino'
import { createClearing, runClearings } from '../features/barter/index.ts'
import type { ImportQueue } from '../features/imports/index.ts'
import { createPlacing, type PublishDeps, publishPlacements } from '../features/internships/index.ts'
import type { Introductions } from '../features/introductions/index.ts'
import { tellMatches } from '../features/matches/index.ts'
import { type AttemptOutcome, createDeliverer, createSendRequest } from '../features/notifications/index.ts'
import { answerIntroductions } from '../features/sandbox/index.ts'
import type { Database } from '../platform/db/index.ts'
import type { InTransaction } from '../platform/events/index.ts'
import { createBackgroundWork } from '../platform/jobs/index.ts'
import type { Clock } from '../shared/clock.ts'
import { createCounts } from '../shared/counts.ts'
import type { createMarketParts } from './market-parts.ts'
import { warn } from './warn.ts'

/** Work behind the requests. Whichever process comes to a piece first does it. */
export function createBackground(given: {
  log: Logger
  db: Database
  inTransaction: InTransaction
  clock: Clock
  market: ReturnType<typeof createMarketParts>
  introductions: Introductions
  proposePlaced: PublishDeps['proposePlaced']
  imports: ImportQueue
  webhooks: { allowInsecure: boolean; timeoutMs: number }
}) {
  const { log, db, inTransaction, clock, imports, webhooks } = given
  const deps = { db, inTransaction, clock }
  const { feed, barterMarket } = given.market

  const attempts = createCounts<AttemptOutcome>()
  const deliveries = createDeliverer({
    ...deps,
    send: createSendRequest(webhooks),
    timeoutMs: webhooks.timeoutMs,
    random: Math.random,
    onError: warn(log, 'webhooks could not be delivered'),
    onAttempt: attempts.count,
  })
  const alerts = createBackgroundWork(
    (isStopping) => tellMatches({ ...given.market, ...deps }, isStopping),
    warn(log, 'matches could not be told'),
  )
  const sandboxAnswers = createBackgroundWork(
    (isStopping) => answerIntroductions({ introductions: given.introductions, ...deps }, isStopping),
    warn(log, 'a sandbox could not answer'),
  )
  const placements = createBackgroundWork(
    (isStopping) => publishPlacements({ ...deps, proposePlaced: given.proposePlaced }, isStopping),
    warn(log, 'placements could not be published'),
  )
  const placing = createPlacing()
  const clearingThread = createClearing()
  const clearings = createBackgroundWork(
    (isStopping) =>
      runClearings(
        { db, clock, market: barterMarket, isReady: () => feed.ready, clear: clearingThread.run },
        isStopping,
      ),
    warn(log, 'a clearing failed'),
  )
  const works = { deliveries, alerts, sandboxAnswers, placements, clearings, imports }
  return {
    works,
    deliveryOutcomes: {
      name: 'smartsource_webhook_attempts_total',
      help: 'Webhook requests by outcome',
      onCount: attempts.onCount,
    },
    /** Computes a placement in a thread of its own. */
    place: placing.run,
    /** Lets the work that is under way end, then ends the threads. */
    async stop() {
      await Promise.all(Object.values(works).map((work) => work.stop()))
      await Promise.all([placing.close(), clearingThread.close()])
    },
  }
}
