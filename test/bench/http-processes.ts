import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface ServerProcess {
  /** `http://host:port`. */
  address: string
  pid: number
  stop(): Promise<void>
}

const START_MS = 1_800_000
const POLL_MS = 50

/**
 * The service as `serve` runs it, its log written to a file. `settings` are environment variables. Returns once
 * its index is whole.
 */
export async function startService(
  logFile: string,
  settings: Record<string, string>,
): Promise<ServerProcess> {
  const running = start('../../src/cli/cli.ts', ['serve'], logFile, { PORT: '0', ...settings })
  const address = await firstMatch(running, logFile, /"address":"([^"]+)","docs"/)
  const { status } = await fetch(`${address}/readyz`)
  if (status !== 200) throw new Error(`/readyz answers ${status}`)
  return { address, pid: running.pid ?? 0, stop: () => stop(running) }
}

/** The floor of the measurement (see http-floor.ts), answering with the page in a file. */
export async function startFloor(
  logFile: string,
  pageFile: string,
  form: 'text' | 'object',
): Promise<ServerProcess> {
  const running = start('./http-floor.ts', [pageFile, form], logFile, {})
  return {
    address: await firstMatch(running, logFile, /^(http\S+)$/m),
    pid: running.pid ?? 0,
    stop: () => stop(running),
  }
}

/** The peer of the measurement (see http-sql.ts), on the same database. */
export async function startSqlPeer(
  logFile: string,
  connectionString: string,
  connections: number,
): Promise<ServerProcess> {
  const running = start('./http-sql.ts', [connectionString, String(connections)], logFile, {})
  return {
    address: await firstMatch(running, logFile, /^(http\S+)$/m),
    pid: running.pid ?? 0,
    stop: () => stop(running),
  }
}

function start(script: string, args: string[], logFile: string, settings: Record<string, string>) {
  const log = openSync(logFile, 'w')
  const file = fileURLToPath(new URL(script, import.meta.url))
  const env = { ...process.env, ...settings }
  const running = spawn(process.execPath, [file, ...args], { stdio: ['ignore', log, 'inherit'], env })
  closeSync(log)
  return running
}

async function firstMatch(running: ChildProcess, logFile: string, pattern: RegExp): Promise<string> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    if (running.exitCode !== null) throw new Error(`it ended: ${readFileSync(logFile, 'utf8')}`)
    const found = pattern.exec(readFileSync(logFile, 'utf8'))?.[1]
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  running.kill()
  throw new Error(`it did not start within ${START_MS / 1000} s`)
}

async function stop(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return
  running.kill('SIGTERM')
  await once(running, 'exit')
}
