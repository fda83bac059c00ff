import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { temporaryFolder } from './folder.ts'
import { freePort } from './free-port.ts'
import { isInstalled } from './is-installed.ts'
import { until } from './process.ts'

export const hasPgBouncer = isInstalled('pgbouncer', '--version')

/**
 * Starts PgBouncer in transaction mode before the server of an address, with two connections for all clients, so that
 * each transaction may meet another connection. Returns the same address behind it.
 */
export async function startPgBouncer(t: Test, connectionString: string): Promise<string> {
  const folder = temporaryFolder(t)
  chmodSync(folder, 0o755)
  const server = new URL(connectionString)
  const port = await freePort()
  const users = join(folder, 'users.txt')
  const log = join(folder, 'log')
  writeFileSync(users, `"${decodeURIComponent(server.username)}" "${decodeURIComponent(server.password)}"\n`)
  writeFileSync(log, '')
  chmodSync(log, 0o666)
  const settings = join(folder, 'pgbouncer.ini')
  writeFileSync(
    settings,
    `[databases]
* = host=${server.hostname} port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
logfile = ${log}
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
`,
  )
  // It refuses to run as root.
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const child: ChildProcess = spawn('pgbouncer', [settings], { stdio: 'ignore', ...account })
  t.teardown(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  await until(() => {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended: ${readFileSync(log, 'utf8')}`)
    return readFileSync(log, 'utf8').includes('process up')
  })
  const pooled = new URL(server)
  pooled.port = String(port)
  return pooled.toString()
}
