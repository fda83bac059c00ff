import type { Logger } from 'pino'
import { CLIENTS_CHANNEL, KEYS_CHANNEL, removeOldRequests } from '../features/access/index.ts'
import { expireRings } from '../features/barter/index.ts'
import { keepDisclosures } from '../features/disclosures/index.ts'
import { remindEvaluations } from '../features/internship-work/index.ts'
import { forgetReplacedChoices } from '../features/internships/index.ts'
import { expireIntroductions } from '../features/introductions/index.ts'
import { removeOldDeliveries } from '../features/notifications/index.ts'
import { forgetReplacedRecords, remindCredentials } from '../features/postings/index.ts'
import { MODELS_CHANNEL } from '../features/ranking-model/index.ts'
import { followMovedClocks } from '../features/sandbox/index.ts'
import { SKILLS_CHANNEL } from '../features/skills/index.ts'
import { reportSprintMoments } from '../features/sprints/index.ts'
import { listen } from '../platform/db/index.ts'
import { EVENTS_CHANNEL, removeOldEvents } from '../platform/events/index.ts'
import { createRateCountsRepository, removeOldIdempotencyKeys } from '../platform/http/index.ts'
import { type Leader, runJobs } from '../platform/jobs/index.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts'
import type { Services } from './services.ts'
import { warn } from './warn.ts'

/** Work of every process: on a timer, and at once when another process notifies the channel. */
interface ProcessWork {
  owner: string
  period_ms?: number
  channel?: string
  run: () => unknown
  /** Log message if it fails. */
  failure: string
}

/**
 * Work that one process does for all, once a minute. Each run handles everything that is due, so the next one
 * makes up for a missed run.
 */
interface SharedWork {
  owner: string
  run: () => Promise<unknown>
}

/** All periodic jobs of the service. */
export interface Timetable {
  everyProcess: Readonly<Record<string, ProcessWork>>
  oneProcess: Readonly<Record<string, SharedWork>>
}

/** `onDatabaseError` also receives errors that kept the index from catching up. */
export function createTimetable(services: Services, onDatabaseError: (error: unknown) => void): Timetable {
  const { config, db, clock, inTransaction } = services.runtime
  const { market } = services
  const { works } = services.background
  return {
    everyProcess: {
      follow_market: {
        owner: 'matches',
        period_ms: 2 * SECOND_MS,
        channel: EVENTS_CHANNEL,
        run: () =>
          market.feed.catchUp().catch((error: unknown) => {
            onDatabaseError(error)
            throw error
          }),
        failure: 'the index could not catch up',
      },
      save_index: {
        owner: 'matches',
        period_ms: config.INDEX_SAVE_MINUTES * MINUTE_MS,
        run: () => market.saveIndex(),
        failure: 'the index could not be saved',
      },
      read_skills: {
        owner: 'skills',
        channel: SKILLS_CHANNEL,
        run: () => market.taxonomy.reload().then(market.relationsChanged),
        failure: 'skills could not be read again',
      },
      read_ranking_model: {
        owner: 'ranking-model',
        channel: MODELS_CHANNEL,
        run: market.readModel,
        failure: 'the ranking model could not be read again',
      },
      read_disabled_clients: {
        owner: 'access',
        channel: CLIENTS_CHANNEL,
        run: services.access.readDisabledClients,
        failure: 'disabled clients could not be read again',
      },
      read_signing_keys: {
        owner: 'access',
        channel: KEYS_CHANNEL,
        run: services.access.readSigningKeys,
        failure: 'signing keys could not be read again',
      },
      number_events: wake('notifications', SECOND_MS / 2, works.number_events),
      send_deliveries: wake('notifications', SECOND_MS, works.send_deliveries),
      report_matches: wake('matches', 2 * SECOND_MS, works.report_matches),
      run_imports: wake('imports', 5 * SECOND_MS, works.run_imports),
      share_rate_counts: {
        owner: 'http',
        period_ms: SECOND_MS,
        run: async () => services.runtime.sharedUse?.exchange(),
        failure: 'what clients used could not be told to other processes',
      },
      keep_requests: {
        owner: 'access',
        period_ms: SECOND_MS,
        run: services.access.requestKeeper.flush,
        failure: 'requests could not be kept',
      },
      trim_requests: {
        owner: 'access',
        period_ms: MINUTE_MS,
        run: services.access.requestKeeper.trim,
        failure: 'kept requests could not be trimmed',
      },
      remove_idempotency_keys: {
        owner: 'http',
        period_ms: HOUR_MS,
        run: () => removeOldIdempotencyKeys(db, clock()),
        failure: 'old idempotency keys could not be removed',
      },
    },
    oneProcess: {
      expire_introductions: {
        owner: 'introductions',
        run: () => expireIntroductions(inTransaction, clock),
      },
      tell_sprint_moments: { owner: 'sprints', run: () => reportSprintMoments(inTransaction, clock) },
      remove_old_rate_counts: { owner: 'http', run: () => createRateCountsRepository(db).removeOld() },
      remove_old_requests: { owner: 'access', run: () => removeOldRequests({ db, clock }) },
      remove_old_imports: { owner: 'imports', run: works.run_imports.removeOld },
      forget_replaced_choices: {
        owner: 'internships',
        run: () => forgetReplacedChoices({ db, clock }),
      },
      forget_replaced_records: {
        owner: 'postings',
        run: () => forgetReplacedRecords({ db, clock }),
      },
      remove_old_events: { owner: 'notifications', run: () => removeOldEvents(inTransaction, clock) },
      remove_old_deliveries: {
        owner: 'notifications',
        run: () => removeOldDeliveries(inTransaction, clock),
      },
      keep_disclosures: {
        owner: 'disclosures',
        run: () => keepDisclosures(inTransaction, { clock, days: config.DISCLOSURE_LOG_DAYS }),
      },
      remind_credentials: { owner: 'postings', run: () => remindCredentials(inTransaction, clock) },
      remind_evaluations: {
        owner: 'internship-work',
        run: () => remindEvaluations(inTransaction, clock),
      },
      run_clearings: { owner: 'barter', run: async () => works.run_clearings.wake() },
      expire_rings: { owner: 'barter', run: () => expireRings(inTransaction, clock) },
      follow_sandbox_clocks: { owner: 'sandbox', run: () => followMovedClocks(inTransaction, clock) },
      publish_placements: { owner: 'internships', run: async () => works.publish_placements.wake() },
    },
  }
}

/**
 * Background work is started when there is something to do. The timer finds work left by processes that died.
 */
function wake(owner: string, period_ms: number, work: { wake(): void }): ProcessWork {
  return { owner, period_ms, run: work.wake, failure: `${owner} could not be woken` }
}

/** Starts the work of this process. Returns a function that stops it. */
export function startProcessWork(
  works: Timetable['everyProcess'],
  { connectionString, log }: { connectionString: string; log: Logger },
): () => Promise<void> {
  const all = Object.values(works).map(({ run, failure, ...when }) => ({
    ...when,
    run: () => void (async () => run())().catch(warn(log, failure)),
  }))
  const onError = warn(log, 'notifications were interrupted')
  const listeners = all.flatMap(({ channel, run }) =>
    channel === undefined ? [] : [listen({ connectionString, channel, onWake: run, onError })],
  )
  const timers = all.flatMap(({ period_ms, run }) =>
    period_ms === undefined ? [] : [setInterval(run, period_ms)],
  )
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(listeners.map((listener) => listener.stop()))
  }
}

/** Starts the shared work whenever this process is the leader. Returns a function that stops it. */
export function startSharedWork(
  works: Timetable['oneProcess'],
  { connectionString, log, leader }: { connectionString: string; log: Logger; leader: Leader },
): () => Promise<void> {
  const jobs = Object.fromEntries(Object.entries(works).map(([name, { run }]) => [name, run]))
  leader.start(() => runJobs({ connectionString, log, jobs }))
  return leader.stop
}
