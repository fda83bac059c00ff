import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  EmbeddedPostgresError,
  type PostgresAccount,
  type PostgresPrograms,
  postgresFailure,
  runProgram,
} from './postgres-programs.ts'
import { errorCode } from './processes.ts'

/** A database cluster in a data folder, and what its programs need. */
export interface Cluster {
  dataDir: string
  /** `<dataDir>/postgres18`, created by initdb. */
  clusterDir: string
  programs: PostgresPrograms
  account: PostgresAccount
}

const MAJOR_VERSION = '18'
const CLUSTER_NAME = `postgres${MAJOR_VERSION}`
/** Name of the only database of a cluster. */
export const DATABASE = 'smartsource'

/** Returns the cluster's folder in a data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, CLUSTER_NAME)
}

/** Throws if the data folder holds, or is, a cluster of another Postgres version. */
export async function checkClusterVersion(dataDir: string): Promise<void> {
  const names = await readdir(dataDir)
  const remedy = 'choose another DATA_DIR or set DATABASE_URL'
  if (names.includes('PG_VERSION')) {
    throw new EmbeddedPostgresError(`${dataDir} is itself the data folder of a PostgreSQL server: ${remedy}`)
  }
  const found = names.includes(CLUSTER_NAME)
    ? await readFileIfAny(join(clusterFolder(dataDir), 'PG_VERSION'))
    : names.find((name) => /^postgres\d+$/.test(name))?.slice('postgres'.length)
  if (found === undefined || found?.trim() === MAJOR_VERSION) return
  const version = found === null ? 'an unknown version' : `version ${found.trim()}`
  throw new EmbeddedPostgresError(
    `${dataDir} holds PostgreSQL data of ${version}, but version ${MAJOR_VERSION} is needed: move the folder away, ${remedy}`,
  )
}

/** Returns whether the cluster exists. It appears completely or not at all. */
export async function isInitialised(cluster: Cluster): Promise<boolean> {
  return (await readFileIfAny(join(cluster.clusterDir, 'PG_VERSION'))) !== null
}

/** Creates the cluster, with a random password and an empty database. */
export async function initialiseCluster(cluster: Cluster, settings: Record<string, string>): Promise<void> {
  try {
    const unfinishedDir = await mkdtemp(`${cluster.clusterDir}.unfinished-`)
    const passwordFile = `${unfinishedDir}.password`
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    const { uid, gid } = cluster.account
    if (uid !== undefined && gid !== undefined) {
      for (const path of [unfinishedDir, passwordFile]) await chown(path, uid, gid)
    }
    await runInitdb(cluster, unfinishedDir, passwordFile, settings)
    await rename(passwordFile, join(unfinishedDir, 'password'))
    await rename(unfinishedDir, cluster.clusterDir)
  } finally {
    await removeUnfinished(cluster)
  }
}

async function runInitdb(
  cluster: Cluster,
  dir: string,
  passwordFile: string,
  settings: Record<string, string>,
): Promise<void> {
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  // Uses Postgres's own collation, so that order and case are the same on every system: not every C library
  // has C.UTF-8.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sync = settings.fsync === 'off' ? ['--no-sync'] : []
  await runOrThrow(cluster, cluster.programs.initdb, [
    '-D',
    dir,
    ...access,
    ...locale,
    '--no-instructions',
    ...sync,
  ])
  const single = ['--single', '-D', dir, '-c', 'exit_on_error=on', 'postgres']
  await runOrThrow(cluster, cluster.programs.postgres, single, `CREATE DATABASE ${DATABASE}\n`)
}

async function removeUnfinished(cluster: Cluster): Promise<void> {
  const names = await readdir(cluster.dataDir)
  for (const name of names.filter((each) => each.startsWith(`${CLUSTER_NAME}.unfinished-`))) {
    // An initdb whose parent was killed may still be writing there. The next start then removes the folder.
    await rm(join(cluster.dataDir, name), { recursive: true, force: true }).catch(() => {})
  }
}

async function runOrThrow(cluster: Cluster, program: string, args: string[], input?: string): Promise<void> {
  const result = await runProgram(cluster.account, program, args, input ? { input } : {})
  if (result.succeeded) return
  throw postgresFailure(`PostgreSQL could not set up its data in ${cluster.dataDir}`, result.output)
}

/** Returns the text of a file, or null if it does not exist. */
export async function readFileIfAny(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
