import type { Logger } from 'pino'
import { createClearing, runClearings } from '../features/barter/index.ts'
import type { ImportQueue } from '../features/imports/index.ts'
import { createPlacing, type PublishDeps, publishPlacements } from '../features/internships/index.ts'
import type { Introductions } from '../features/introductions/index.ts'
import { createFairQueue, reportMatches } from '../features/matches/index.ts'
import {
  ATTEMPT_OUTCOMES,
  createDeliverer,
  createSendRequest,
  queueNumbered,
} from '../features/notifications/index.ts'
import { answerIntroductions } from '../features/sandbox/index.ts'
import type { Database } from '../platform/db/index.ts'
import { type InTransaction, numberEvents } from '../platform/events/index.ts'
import { createBackgroundWork, createLeader } from '../platform/jobs/index.ts'
import type { SecretBox } from '../platform/secrets/index.ts'
import type { Clock } from '../shared/clock.ts'
import { createCounts } from '../shared/counts.ts'
import type { PartnerId } from '../shared/ids.ts'
import type { MarketParts } from './market-parts.ts'
import { warn } from './warn.ts'

export type Background = ReturnType<typeof createBackground>

/** Creates the work that runs outside requests. Any process may do each piece. */
export function createBackground(input: {
  log: Logger
  db: Database
  inTransaction: InTransaction
  clock: Clock
  market: MarketParts
  introductions: Introductions
  proposePlaced: PublishDeps['proposePlaced']
  imports: ImportQueue
  secrets: SecretBox
  webhooks: { allowInsecure: boolean; timeoutMs: number }
}) {
  const { log, db, inTransaction, clock, market, imports, webhooks } = input
  const ports = { db, inTransaction, clock }

  const attempts = createCounts(ATTEMPT_OUTCOMES)
  const send_deliveries = createDeliverer({
    ...ports,
    secrets: input.secrets,
    send: createSendRequest(webhooks),
    timeoutMs: webhooks.timeoutMs,
    random: Math.random,
    onError: warn(log, 'webhooks could not be delivered'),
    onAttempt: attempts.count,
  })
  const report_matches = createBackgroundWork(
    (stopping) => reportMatches({ ...market, ...ports }, stopping),
    warn(log, 'matches could not be reported'),
  )
  const answer_sandboxes = createBackgroundWork(
    (stopping) => answerIntroductions({ introductions: input.introductions, ...ports }, stopping),
    warn(log, 'a sandbox could not answer'),
  )
  const number_events = createBackgroundWork(
    (stopping) =>
      numberEvents(
        {
          db,
          onNumbered: (tx, positions) => queueNumbered({ db: tx, clock }, positions),
          onCommitted() {
            for (const work of [send_deliveries, report_matches, answer_sandboxes]) work.wake()
          },
        },
        stopping,
      ),
    warn(log, 'events could not be numbered'),
  )
  const publish_placements = createBackgroundWork(
    (stopping) => publishPlacements({ ...ports, proposePlaced: input.proposePlaced }, stopping),
    warn(log, 'placements could not be published'),
  )
  const placing = createPlacing()
  const placingQueue = createFairQueue()
  const clearing = createClearing()
  const run_clearings = createBackgroundWork(
    (stopping) =>
      runClearings(
        {
          db,
          clock,
          market: market.barterMarket,
          isReady: () => market.feed.ready && !market.isInDatabase,
          clear: clearing.run,
        },
        stopping,
      ),
    warn(log, 'a clearing failed'),
  )
  const works = {
    number_events,
    send_deliveries,
    report_matches,
    answer_sandboxes,
    publish_placements,
    run_clearings,
    run_imports: imports,
  }
  return {
    /** Elects the process that runs the periodic jobs of all. */
    leader: createLeader({
      db,
      name: 'periodic work',
      onError: warn(log, 'who leads could not be found out'),
    }),
    /** By the names in the timetable. */
    works,
    deliveryOutcomes: {
      name: 'smartsource_webhook_attempts_total',
      help: 'Webhook requests by outcome',
      outcomes: attempts.outcomes,
      onCount: attempts.onCount,
    },
    /** Computes a placement in a separate thread. Partners take turns. */
    place: (partnerId: PartnerId, given: Parameters<typeof placing.run>[0]) =>
      placingQueue.runFor(partnerId, () => placing.run(given)),
    /** Aborts the work in progress and waits for its end. */
    async stop() {
      await Promise.all(Object.values(works).map((work) => work.stop()))
    },
    /** Ends the threads. */
    async close() {
      await Promise.all([placing.close(), clearing.close()])
    },
  }
}
