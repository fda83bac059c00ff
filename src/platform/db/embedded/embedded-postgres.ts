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

/** A use of a server that other processes may use too. */
export interface EmbeddedPostgres {
  /** Address of the database `smartsource` as its owner, a superuser. Contains the password: not for logs. */
  ownerConnectionString: string
  /** Address for the service role, which `grantServiceRole` creates. */
  connectionString: string
  /** Ends this use. The last one stops the server. Safe to call again. */
  release(): Promise<void>
}

/** A lock that was not refreshed for this long belongs to a killed process. */
const LOCK_STALE_MS = 10_000
const LOCK_POLL_MS = 100
const LOCK_WAIT_MS = 120_000

/**
 * Starts or joins the PostgreSQL server of a data folder, and creates the cluster if there is none. All
 * processes that use the folder share one server: the first starts it, the last stops it. A killed process is
 * noticed when the next one ends its use. `settings` are server settings by name and apply only if this call
 * starts the server. Throws EmbeddedPostgresError.
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
  // Registers this use before the start, so that a running server always has a registered user.
  const userFile = await registerUse(dataDir)
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

/** Creates a file for this use. Its name is the process id, its content when that process started. */
async function registerUse(dataDir: string): Promise<string> {
  const file = join(usersFolder(dataDir), `${process.pid}-${randomUUID()}`)
  await writeFile(file, (await processStart(process.pid)) ?? '')
  return file
}

async function signOut(cluster: Cluster, userFile: string): Promise<void> {
  await rm(userFile, { force: true })
  if (!(await hasUsers(cluster.dataDir))) await stopServer(cluster)
}

/** Returns whether any process still uses the server. Removes files of killed processes. */
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
    // Only a suspended process loses its lock. Postgres never opens a cluster twice, so the current work may
    // finish.
    onCompromised: () => {},
  })
  try {
    return await work()
  } finally {
    // If the lock was lost or can't be removed, the next process treats it as stale.
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
