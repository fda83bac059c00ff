import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { loadSigningKeys, resealSigningKeys } from '../features/access/index.ts'
import { resealWebhookSecrets } from '../features/notifications/index.ts'
import { prepareSkillHints } from '../features/skills/index.ts'
import {
  acquireEmbeddedPostgres,
  createReadReplicas,
  type Database,
  type DatabaseAddress,
  isDistributedAt,
  openDatabase,
  prepareDatabase,
  requireTimeLimits,
} from '../platform/db/index.ts'
import { createEventsRepository } from '../platform/events/index.ts'
import { createSecretBox, loadSecretsKeys, type SecretBox } from '../platform/secrets/index.ts'
import { createLog, startTracing } from '../platform/telemetry/index.ts'
import { systemClock } from '../shared/clock.ts'
import { SECOND_MS } from '../shared/time.ts'
import { version } from '../shared/version.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { createReviver } from './revive-database.ts'
import { createServices, type Services } from './services.ts'
import { createShutdown } from './shutdown.ts'
import { createTimetable, startProcessWork, startSharedWork } from './timetable.ts'
import { warn } from './warn.ts'

const MAX_CLOSING_MS = 3 * SECOND_MS

export interface RunningServer {
  services: Services
  /** Address on which it listens. */
  address: string
  /** Reports not ready for `SHUTDOWN_DELAY_MS` while still answering requests. */
  leaveBalancer(): Promise<void>
  /**
   * Lets requests in flight finish, aborts those that take too long, then closes everything that was opened.
   * Takes no longer than `SHUTDOWN_TIMEOUT_MS`.
   */
  stop(): Promise<void>
}

export interface DatabaseSource extends DatabaseAddress {
  /** Address for transactions, if they use a pooler. Everything else needs direct sessions. */
  pooledConnectionString?: string | undefined
  /** Restarts the embedded database if it has died. */
  revive(): Promise<void>
  release(): Promise<void>
}

/** Returns where the data is: the configured database, or the embedded one in the data folder. */
export async function connectDatabase(config: Config): Promise<DatabaseSource> {
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATABASE_OWNER_URL, DATA_DIR: dataDir } = config
  if (DATABASE_URL)
    return {
      connectionString: DATABASE_DIRECT_URL ?? DATABASE_URL,
      pooledConnectionString: DATABASE_DIRECT_URL && DATABASE_URL,
      ownerConnectionString: DATABASE_OWNER_URL,
      revive: async () => {},
      release: async () => {},
    }
  const embedded = await acquireEmbeddedPostgres({ dataDir })
  return { ...embedded, revive: async () => (await acquireEmbeddedPostgres({ dataDir })).release() }
}

/** Thrown if the address can't be listened on. The message says why, for a person at a terminal. */
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

/**
 * Creates the box for stored secrets, and encrypts secrets that are not encrypted with the newest key yet.
 */
export async function openSecrets(config: Config, db: Database): Promise<SecretBox> {
  const { SECRETS_KEY: configured, DATA_DIR: dataDir } = config
  const secrets = createSecretBox(await loadSecretsKeys({ configured, dataDir }))
  await resealSigningKeys({ db, secrets })
  await resealWebhookSecrets({ db, secrets })
  return secrets
}

/** Part of the shutdown time that is reserved for closing the database after everything else has ended. */
function closingTimeMs({ SHUTDOWN_TIMEOUT_MS: limitMs }: Config): number {
  return Math.min(MAX_CLOSING_MS, limitMs / 2)
}

/**
 * Starts the service: database, migrations, index, then the port. If a step fails, or `stopping` is aborted,
 * closes everything that was opened and throws the failure or the abort reason.
 */
export async function startServer(
  config: Config,
  stopping: AbortSignal = new AbortController().signal,
): Promise<RunningServer> {
  const log = createLog(config.LOG_LEVEL)
  const shutdown = createShutdown()
  const stop = () => shutdown.run(config.SHUTDOWN_TIMEOUT_MS - closingTimeMs(config))
  try {
    const source = await connectDatabase(config)
    const { connectionString, pooledConnectionString } = source
    shutdown.closeAfterwards(source.release)
    stopping.throwIfAborted()
    await prepareDatabase(source)
    stopping.throwIfAborted()
    const isDistributed = await isDistributedAt(connectionString)
    const database = openDatabase({
      connectionString: pooledConnectionString ?? connectionString,
      isPooled: pooledConnectionString !== undefined,
      poolSize: config.DATABASE_POOL_SIZE,
      isDistributed,
      withoutJit: config.MATCHING === 'database',
      onError: (error) => log.warn({ reason: error.message }, 'database connection lost'),
    })
    shutdown.closeAfterwards(database.close)
    shutdown.breakOff(database.cut)
    if (pooledConnectionString) await requireTimeLimits(database.db)
    const replicas = createReadReplicas({
      primary: database.db,
      // The write-ahead log of the Citus coordinator does not contain the workers' writes.
      connectionStrings: isDistributed ? [] : (config.DATABASE_READ_URL ?? []),
      isPooled: pooledConnectionString !== undefined,
      poolSize: config.DATABASE_POOL_SIZE,
      onError: (error) => log.warn({ reason: error.message }, 'a replica does not answer'),
    })
    shutdown.closeAfterwards(replicas.close)
    if (await createEventsRepository(database.db).setClockAhead())
      log.info('the database was restored from a backup: new events are numbered after the last stored one')

    let address = ''
    const issuer = () => config.PUBLIC_URL ?? address
    const clock = systemClock
    const secrets = await openSecrets(config, database.db)
    const signingKeys = await loadSigningKeys({ db: database.db, clock, secrets })
    const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT
    const tracing = endpoint ? await startTracing({ endpoint, version }) : undefined
    shutdown.closeAfterwards(() => tracing?.stop())
    await prepareSkillHints()
    stopping.throwIfAborted()
    const services = createServices({
      config,
      database,
      replicas,
      log,
      clock,
      secrets,
      signingKeys,
      issuer,
      tracing,
    })
    shutdown.closeAfterwards(() => services.market.similarity?.close())
    shutdown.closeAfterwards(() => services.market.meanings?.close())
    shutdown.closeAfterwards(() => services.market.readings.close())
    shutdown.closeAfterwards(services.background.close)
    // Runs when no request is in progress any more.
    shutdown.closeAfterwards(() =>
      services.access.requestKeeper.flush().catch(warn(log, 'requests could not be kept')),
    )
    shutdown.endWork(services.background.stop)
    await services.market.taxonomy.reload()
    await services.market.readModel()
    await services.access.readDisabledClients()
    stopping.throwIfAborted()
    const app = await buildApp(services)
    await app.listen({ host: config.HOST, port: config.PORT }).catch((error: Error) => {
      throw new ListenError(error, config)
    })
    shutdown.endWork(() => app.close())
    shutdown.breakOff(() => app.server.closeAllConnections())
    address = addressOf(app.server.address(), config.HOST)

    const reviver = createReviver(log, source.revive)
    const timetable = createTimetable(services, reviver.onError)
    shutdown.endWork(reviver.stop)
    const { leader } = services.background
    shutdown.endWork(startSharedWork(timetable.oneProcess, { connectionString, log, leader }))
    shutdown.endWork(startProcessWork(timetable.everyProcess, { connectionString, log }))
    services.background.works.run_imports.wake()
    const savingEnds = new AbortController()
    shutdown.breakOff(() => savingEnds.abort())
    shutdown.endWork(() =>
      services.market.saveIndex(savingEnds.signal).catch((error: Error) =>
        // The previous file is still valid, only older.
        log.warn({ reason: error.message }, 'the index could not be saved'),
      ),
    )
    stopping.throwIfAborted()
    await services.market.feed.load()
    const leaveBalancer = async () => {
      services.runtime.isLeaving = true
      await delay(config.SHUTDOWN_DELAY_MS)
    }
    return { services, address, leaveBalancer, stop }
  } catch (error) {
    await stop().catch(warn(log, 'not everything could be stopped'))
    throw error
  }
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  if (!address || typeof address === 'string') return `http://${host}`
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`
}
