import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import {
  type Cluster,
  checkClusterVersion,
  clusterFolder,
  initialiseCluster,
  isInitialised,
} from './embedded-cluster.ts'
import { connectionStrings, findServer, startServer, stopServer } from './embedded-server.ts'
import { chooseAccount, EmbeddedPostgresError, findPostgresPrograms } from './postgres-programs.ts'
import { errorCode, processStart } from './processes.ts'

export { EmbeddedPostgresError }

/** One use of a server that others may use too. */
export interface EmbeddedPostgres {
  /** Address of the database `smartsource` for its owner, a superuser, with the password: not for logs. */
  ownerConnectionString: string
  /** Address for the role of the service, which `grantServiceRole` creates. */
  connectionString: string
  /** Ends this use; the last one that ends stops the server. Safe to call again. */
  release(): Promise<void>
}

/** A lock that was not refreshed for this long belongs to a process that was killed. */
const LOCK_STALE_MS = 10_000
const LOCK_POLL_MS = 100
const LOCK_WAIT_MS = 120_000

/**
 * Starts, or joins, the PostgreSQL server of a data folder, which it makes where there is none. All
 * processes that use the folder share one server: the first starts it, the last one out stops it. One
 * that is killed is noticed when the next one leaves. `settings` are server settings by name; they
 * count only for the one that starts it. Throws EmbeddedPostgresError.
 */
export async function acquireEmbeddedPostgres(options: {
  dataDir: string
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  try {
    const dataDir = await openDataFolder(options.dataDir)
    return await withLock(dataDir, () => enter(dataDir, options.settings ?? {}))
  } catch (error) {
    throw explain(error, options.dataDir)
  }
}

async function openDataFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  const dataDir = await realpath(path)
  await checkClusterVersion(dataDir)
  await mkdir(usersFolder(dataDir), { recursive: true })
  await access(dataDir, constants.W_OK)
  return dataDir
}

async function enter(dataDir: string, settings: Record<string, string>): Promise<EmbeddedPostgres> {
  const programs = await findPostgresPrograms()
  const clusterDir = clusterFolder(dataDir)
  const account = await chooseAccount({ programs, dataDir, clusterDir })
  const cluster: Cluster = { dataDir, clusterDir, programs, account }
  // Signed in before the start: a server never runs without a trace of who wanted it.
  const userFile = await signIn(dataDir)
  try {
    if (!(await isInitialised(cluster))) await initialiseCluster(cluster, settings)
    const port = (await findServer(cluster)) ?? (await startServer(cluster, settings))
    let left: Promise<void> | undefined
    const release = () => {
      left ??= leave(cluster, userFile)
      return left
    }
    return { ...(await connectionStrings(cluster, port)), release }
  } catch (error) {
    await signOut(cluster, userFile).catch(() => {})
    throw error
  }
}

async function leave(cluster: Cluster, userFile: string): Promise<void> {
  try {
    await withLock(cluster.dataDir, () => signOut(cluster, userFile))
  } catch (error) {
    throw explain(error, cluster.dataDir)
  }
}

/** One file for each use: named by the process id, holding when that process started. */
async function signIn(dataDir: string): Promise<string> {
  const file = join(usersFolder(dataDir), `${process.pid}-${randomUUID()}`)
  await writeFile(file, (await processStart(process.pid)) ?? '')
  return file
}

async function signOut(cluster: Cluster, userFile: string): Promise<void> {
  await rm(userFile, { force: true })
  if (!(await hasUsers(cluster.dataDir))) await stopServer(cluster)
}

/** Whether any process still uses the server; files of those that were killed are removed. */
async function hasUsers(dataDir: string): Promise<boolean> {
  let found = false
  for (const name of await readdir(usersFolder(dataDir))) {
    const file = join(usersFolder(dataDir), name)
    const isAlive = (await processStart(Number.parseInt(name, 10))) === (await readFile(file, 'utf8'))
    if (isAlive) found = true
    else await rm(file, { force: true })
  }
  return found
}

const usersFolder = (dataDir: string) => join(dataDir, 'users')

async function withLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const unlock = await lock(dataDir, {
    lockfilePath: join(dataDir, 'lock'),
    stale: LOCK_STALE_MS,
    retries: {
      retries: LOCK_WAIT_MS / LOCK_POLL_MS,
      factor: 1,
      minTimeout: LOCK_POLL_MS,
      maxTimeout: LOCK_POLL_MS,
    },
    // Only a process that was suspended meanwhile loses its lock. Postgres itself never opens one
    // cluster twice, so the work in hand may end.
    onCompromised: () => {},
  })
  try {
    return await work()
  } finally {
    // A lock that was lost, or can't be removed, is taken for stale by the next.
    await unlock().catch(() => {})
  }
}

function explain(error: unknown, dataDir: string): unknown {
  const code = errorCode(error)
  if (error instanceof EmbeddedPostgresError || code === '' || !(error instanceof Error)) return error
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new EmbeddedPostgresError(`The data folder ${dataDir} is a file: choose another DATA_DIR`)
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new EmbeddedPostgresError(
      `No right to use the data folder ${dataDir}: run as the user it belongs to, choose another DATA_DIR or set DATABASE_URL`,
    )
  }
  if (code === 'ELOCKED') {
    return new EmbeddedPostgresError(
      `Another process has been starting or stopping PostgreSQL in ${dataDir} for too long`,
    )
  }
  return new EmbeddedPostgresError(`The data folder ${dataDir} can't be used: ${error.message}`)
}
