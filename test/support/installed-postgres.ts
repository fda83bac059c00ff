import { execFile } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { chooseAccount, runProgram } from '../../src/platform/db/embedded/postgres-programs.ts'
import { temporaryFolder } from './folder.ts'

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres', 'pg_dump', 'pg_restore']
const OLDEST_VERSION = 15

/** The folder of an installed PostgreSQL with server, pg_dump and pg_restore; undefined where there is none. */
export async function findInstalledPostgres(): Promise<string | undefined> {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort(),
  ]
  const whole = folders.filter((folder) => PROGRAMS.every((program) => existsSync(join(folder, program))))
  for (const folder of whole.reverse()) {
    const { stdout } = await promisify(execFile)(join(folder, 'postgres'), ['--version'])
    if (Number(/\d+/.exec(stdout)?.[0]) >= OLDEST_VERSION) return folder
  }
  return undefined
}

/** A server of an installed PostgreSQL, with an empty database, until the test ends. Returns the address of that. */
export async function startInstalledPostgres(t: Test, folder: string): Promise<string> {
  const [initdb = '', pg_ctl = '', postgres = ''] = PROGRAMS.map((program) => join(folder, program))
  const dataDir = temporaryFolder(t)
  chmodSync(dataDir, 0o755)
  const clusterDir = join(dataDir, 'cluster')
  const account = await chooseAccount({ programs: { initdb, pg_ctl, postgres }, dataDir, clusterDir })
  mkdirSync(clusterDir, { mode: 0o700 })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(clusterDir, account.uid, account.gid)
  const run = async (program: string, args: string[], daemonLog?: number) => {
    const result = await runProgram(
      account,
      program,
      ['-D', clusterDir, ...args],
      daemonLog ? { daemonLog } : {},
    )
    if (!result.succeeded) throw new Error(`${program}: ${result.output}`)
  }
  await run(initdb, ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'])
  const port = await freePort()
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  await run(pg_ctl, ['start', '-w', '-s', '-o', options], openSync(join(dataDir, 'log'), 'w'))
  t.teardown(() => run(pg_ctl, ['stop', '-w', '-s', '-m', 'immediate']))
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
