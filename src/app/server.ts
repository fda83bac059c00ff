import type { AddressInfo } from 'node:net'
import { KEYS_CHANNEL, loadSigningKeys } from '../features/access/index.ts'
import { MODELS_CHANNEL } from '../features/ranking-model/index.ts'
import { SKILLS_CHANNEL } from '../features/skills/index.ts'
import {
  acquireEmbeddedPostgres,
  isDatabaseAway,
  listen,
  migrate,
  openDatabase,
} from '../platform/db/index.ts'
import { createEventsRepository } from '../platform/events/index.ts'
import { createIdempotencyRepository, IDEMPOTENCY_HOURS } from '../platform/http/index.ts'
import { runJobs } from '../platform/jobs/index.ts'
import { createLog, startTracing } from '../platform/telemetry/index.ts'
import { systemClock } from '../shared/clock.ts'
import { HOUR_MS } from '../shared/time.ts'
import { version } from '../shared/version.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { createDeps, type Deps } from './services.ts'

const CATCH_UP_MS = 2000
const IMPORTS_MS = 5000
const NUMBERING_MS = 500
const DELIVERIES_MS = 1000
const ALERTS_MS = 2000
const CLEAN_UP_MS = HOUR_MS

export interface RunningServer {
  deps: Deps
  /** The address that it listens on. */
  address: string
  /** Lets requests in flight finish, then closes everything that was opened. */
  stop(): Promise<void>
}

export interface DatabaseSource {
  connectionString: string
  /** Starts the database again where it is ours to start and has died. */
  revive(): Promise<void>
  release(): Promise<void>
}

/** Where the data is: the given database, or the embedded one of the data folder. */
export async function connectDatabase(config: Config): Promise<DatabaseSource> {
  const { DATABASE_URL, DATA_DIR: dataDir } = config
  if (DATABASE_URL) return { connectionString: DATABASE_URL, revive: async () => {}, release: async () => {} }
  const embedded = await acquireEmbeddedPostgres({ dataDir })
  return { ...embedded, revive: async () => (await acquireEmbeddedPostgres({ dataDir })).release() }
}

/** The address can't be listened on; the message says why, for a person at a terminal. */
export class ListenError extends Error {
  constructor(error: Error, { HOST, PORT }: Config) {
    const code = 'code' in error ? String(error.code) : error.message
    const causes: Record<string, string> = {
      EADDRINUSE: `port ${PORT} is in use; set PORT to another one`,
      EACCES: `port ${PORT} may not be used by this user; set PORT to another one`,
    }
    super(causes[code] ?? `can't listen on ${HOST}:${PORT} (${code}); set HOST and PORT`)
  }
}

/** Starts the service: database, migrations, index, then the port. What was opened is closed again if a step fails. */
export async function startServer(config: Config): Promise<RunningServer> {
  const log = createLog(config.LOG_LEVEL)
  const closers: (() => unknown)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const source = await connectDatabase(config)
    const { connectionString } = source
    closers.push(source.release)
    await migrate(connectionString)
    const database = openDatabase({
      connectionString,
      poolSize: config.DATABASE_POOL_SIZE,
      onError: (error) => log.warn({ reason: error.message }, 'database connection lost'),
    })
    closers.push(() => database.close())
    if (await createEventsRepository(database.db).setClockAhead())
      log.info('the database was restored: events go on behind those that it holds')

    let address = ''
    const issuer = () => config.PUBLIC_URL ?? address
    const clock = systemClock
    const signingKeys = await loadSigningKeys({ db: database.db, clock })
    const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT
    const tracing = endpoint ? await startTracing({ endpoint, version }) : undefined
    closers.push(() => tracing?.stop())
    const deps = createDeps({ config, database, log, clock, signingKeys, issuer, tracing })
    closers.push(() => deps.similarity?.close())
    closers.push(deps.stop)
    await deps.taxonomy.reload()
    await deps.readModel()
    const app = await buildApp(deps)
    await app.listen({ host: config.HOST, port: config.PORT }).catch((error: Error) => {
      throw new ListenError(error, config)
    })
    closers.push(() => app.close())
    address = addressOf(app.server.address(), config.HOST)

    closers.push(await runJobs({ connectionString, log, jobs: deps.jobs }))
    closers.push(followMarket(deps, source))
    closers.push(wakeBackgroundWork(deps))
    await deps.feed.load()
    return { deps, address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Has done what waits, also what processes that have died have left. Returns what ends it. */
function wakeBackgroundWork({ importRunner, numbering, deliveries, alerts }: Deps): () => void {
  importRunner.wake()
  const timers = [
    setInterval(importRunner.wake, IMPORTS_MS),
    setInterval(numbering.wake, NUMBERING_MS),
    setInterval(deliveries.wake, DELIVERIES_MS),
    setInterval(alerts.wake, ALERTS_MS),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}

/** Keeps the index and the taxonomy up with what other processes write. Returns what ends it. */
export function followMarket(
  deps: Deps,
  source: Pick<DatabaseSource, 'connectionString' | 'revive'>,
): () => Promise<void> {
  const { connectionString } = source
  const orWarn = (what: string) => (error: Error) => deps.log.warn({ reason: error.message }, what)
  let stopped = false
  let reviving: Promise<void> | null = null
  /** One at a time, and none once this is being stopped: it would start the database that is being left. */
  const revive = () => {
    if (stopped) return
    reviving ??= source
      .revive()
      .catch(orWarn('the database could not be started again'))
      .finally(() => {
        reviving = null
      })
  }
  const catchUp = () =>
    void deps.feed.catchUp().catch((error: Error) => {
      orWarn('index could not be brought up to date')(error)
      if (isDatabaseAway(error)) revive()
    })
  const reload = () =>
    void deps.taxonomy.reload().then(() => deps.relationsChanged(), orWarn('skills could not be read again'))
  const readModel = () => void deps.readModel().catch(orWarn('weights could not be read again'))
  const readKeys = () => void deps.readSigningKeys().catch(orWarn('signing keys could not be read again'))
  const cleanUp = () => {
    const before = new Date(deps.clock().getTime() - IDEMPOTENCY_HOURS * HOUR_MS)
    createIdempotencyRepository(deps.db)
      .removeOlderThan(before)
      .catch(orWarn('old idempotency keys were not removed'))
  }
  const onError = orWarn('notifications interrupted')
  const market = listen({ connectionString, channel: 'smartsource_market', onWake: catchUp, onError })
  const skills = listen({ connectionString, channel: SKILLS_CHANNEL, onWake: reload, onError })
  const models = listen({ connectionString, channel: MODELS_CHANNEL, onWake: readModel, onError })
  const keys = listen({ connectionString, channel: KEYS_CHANNEL, onWake: readKeys, onError })
  const timers = [setInterval(catchUp, CATCH_UP_MS), setInterval(cleanUp, CLEAN_UP_MS)]
  return async () => {
    stopped = true
    for (const timer of timers) clearInterval(timer)
    await Promise.all([market.stop(), skills.stop(), models.stop(), keys.stop(), reviving])
  }
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  if (!address || typeof address === 'string') return `http://${host}`
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`
}
