import { createHmac } from 'node:crypto'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Cluster, DATABASE, readFileIfAny } from './embedded-cluster.ts'
import { postgresFailure, runProgram } from './postgres-programs.ts'
import { commandLine, isRunning, processStart } from './processes.ts'

const SERVICE_ROLE = 'smartsource_service'
const START_TIMEOUT_SECONDS = 60
const STOP_TIMEOUT_SECONDS = 30
const START_ATTEMPTS = 20
const POLL_MS = 50

/** Returns the port of the cluster's server if it accepts connections, else null. */
export async function findServer(cluster: Cluster): Promise<number | null> {
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000
  for (;;) {
    const server = await readPidFile(cluster)
    if (!server || !(await isPostmaster(cluster, server.pid))) return null
    if (server.status === 'ready') return server.port
    if (Date.now() > deadline) {
      throw postgresFailure(
        `PostgreSQL in ${cluster.dataDir} has been "${server.status}" for too long`,
        await readLog(cluster),
      )
    }
    await delay(POLL_MS)
  }
}

/**
 * Starts the server and returns its port: the previous one if it is free. Leaves nothing running if it fails.
 */
export async function startServer(cluster: Cluster, settings: Record<string, string>): Promise<number> {
  await rename(logFile(cluster), `${logFile(cluster)}.old`).catch(() => {})
  let port = Number(await readFileIfAny(portFile(cluster))) || (await freePort())
  for (let attempt = 1; ; attempt++) {
    await disarmStalePidFile(cluster)
    if (await tryStart(cluster, port, settings)) {
      await writeFile(portFile(cluster), String(port))
      return port
    }
    await stopServer(cluster)
    const log = await readLog(cluster)
    const isPortTaken = log.includes('could not create any TCP/IP sockets')
    // Processes of a killed server need a moment to notice.
    const isOldServerEnding = log.includes('pre-existing shared memory block')
    if (attempt === START_ATTEMPTS || !(isPortTaken || isOldServerEnding)) {
      throw postgresFailure(`PostgreSQL did not start in ${cluster.dataDir}`, log)
    }
    if (isPortTaken) port = await freePort()
    else await delay(attempt * POLL_MS)
  }
}

async function tryStart(cluster: Cluster, port: number, settings: Record<string, string>): Promise<boolean> {
  const log = await open(logFile(cluster), 'w', 0o600)
  try {
    const args = ['start', '-D', cluster.clusterDir, '-w', '-s', '-t', String(START_TIMEOUT_SECONDS)]
    const options = ['-o', serverOptions(port, settings)]
    const start = await runProgram(cluster.account, cluster.programs.pg_ctl, [...args, ...options], {
      daemonLog: log.fd,
    })
    return start.succeeded
  } finally {
    await log.close()
  }
}

function serverOptions(port: number, settings: Record<string, string>): string {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    // Error details contain values of rows, and personal data must not be logged.
    log_error_verbosity: 'terse',
    ...settings,
  }
  const options = Object.entries(all).map(([name, value]) => {
    // pg_ctl passes these to a shell.
    if (!/^[\w.]+=[\w.-]*$/.test(`${name}=${value}`))
      throw new TypeError(`Not a plain setting: ${name}=${value}`)
    return `-c ${name}=${value}`
  })
  return [`-p ${port}`, ...options].join(' ')
}

/** Stops the server if it runs. Connections are cut; committed data is kept. */
export async function stopServer(cluster: Cluster): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const server = await readPidFile(cluster)
    if (!server || !(await isPostmaster(cluster, server.pid))) return
    const args = [
      'stop',
      '-D',
      cluster.clusterDir,
      '-m',
      mode,
      '-w',
      '-s',
      '-t',
      String(STOP_TIMEOUT_SECONDS),
    ]
    const stop = await runProgram(cluster.account, cluster.programs.pg_ctl, args)
    // pg_ctl waits only until the pid file is gone, which the server removes a moment before it ends.
    if (stop.succeeded && (await hasEnded(server.pid))) return
  }
  throw postgresFailure(`PostgreSQL in ${cluster.dataDir} did not stop`, await readLog(cluster))
}

async function hasEnded(pid: number): Promise<boolean> {
  const deadlineMs = performance.now() + STOP_TIMEOUT_SECONDS * 1000
  while ((await processStart(pid)) !== null) {
    if (performance.now() > deadlineMs) return false
    await delay(POLL_MS)
  }
  return true
}

/** Returns the addresses to connect to, with passwords. The service role need not exist yet. */
export async function connectionStrings(cluster: Cluster, port: number) {
  const ownerPassword = await readFile(join(cluster.clusterDir, 'password'), 'utf8')
  // Derived from the owner's password, so that it needs no file. It does not reveal the owner's.
  const password = createHmac('sha256', ownerPassword).update(SERVICE_ROLE).digest('base64url')
  const at = `127.0.0.1:${port}/${DATABASE}`
  return {
    ownerConnectionString: `postgresql://postgres:${ownerPassword}@${at}`,
    connectionString: `postgresql://${SERVICE_ROLE}:${password}@${at}`,
  }
}

interface PidFile {
  pid: number
  port: number
  status: string
}

// Reads postmaster.pid. Its lines: src/include/utils/pidfile.h in the source of PostgreSQL.
async function readPidFile(cluster: Cluster): Promise<PidFile | null> {
  const lines = (await readFileIfAny(pidFile(cluster)))?.split('\n') ?? []
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' } : null
}

async function isPostmaster(cluster: Cluster, pid: number): Promise<boolean> {
  const command = await commandLine(pid)
  return process.platform === 'win32' ? isRunning(pid) : (command?.includes(cluster.clusterDir) ?? false)
}

// Higher than any process id.
const NO_PROCESS = 2 ** 31 - 1

/**
 * Postgres does not start if the pid file of a crash is empty or its process id is in use again. Replaces
 * only the process id: Postgres uses the rest to find out whether processes of the old server are alive.
 */
async function disarmStalePidFile(cluster: Cluster): Promise<void> {
  const text = await readFileIfAny(pidFile(cluster))
  if (text === null) return
  const server = await readPidFile(cluster)
  if (!server) await rm(pidFile(cluster))
  else if (isRunning(server.pid) && !(await isPostmaster(cluster, server.pid))) {
    await writeFile(pidFile(cluster), text.replace(/^\d+/, String(NO_PROCESS)))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const pidFile = (cluster: Cluster) => join(cluster.clusterDir, 'postmaster.pid')
const portFile = (cluster: Cluster) => join(cluster.dataDir, 'port')
const logFile = (cluster: Cluster) => join(cluster.dataDir, 'postgres.log')
const readLog = async (cluster: Cluster) => (await readFileIfAny(logFile(cluster))) ?? ''
