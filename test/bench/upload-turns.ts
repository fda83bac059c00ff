import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createPartner } from '../../src/features/access/index.ts'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { scopes } from '../../src/platform/http/scopes.ts'
import { rounded } from './percentiles.ts'
import type { Sending } from './send-upload.ts'
import { startServiceHere } from './service-in-process.ts'

// The longest turn of the event loop while a file of 90 MiB arrives and its first rows are read, for each encoding:
// node test/bench/upload-turns.ts
// `turn_ms` is time of the processor in this thread, so other work on the machine does not count; `delay_ms` is what a
// timer sees.

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
const ENCODINGS = ['windows-1252', 'utf-16le', 'utf-8']
try {
  const { address, token } = await serve()
  await sendFrom({ address, token, encoding: 'utf-8', mebibytes: 1 })
  for (const encoding of ENCODINGS)
    process.stdout.write(`${JSON.stringify(await measure({ address, token, encoding }))}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

async function serve() {
  const postgres = await acquireEmbeddedPostgres({ dataDir: join(folder, 'data') })
  closers.push(() => postgres.release())
  const { ownerConnectionString: connectionString } = postgres
  await migrate(connectionString)
  const { database, services, clock, listen } = await startServiceHere(connectionString, closers)
  await services.market.feed.load()
  const partner = await createPartner({ db: database.db, clock }, { name: 'Bench', kind: 'site' })
  const token = services.access.tokens.issue({ ...partner, scopes: [...scopes] })
  return { address: await listen(), token }
}

async function measure({ address, token, encoding }: Omit<Sending, 'mebibytes'>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const turns = watchTurns()
  delay.enable()
  const before = performance.eventLoopUtilization()
  await sendFrom({ address, token, encoding, mebibytes: 90 })
  delay.disable()
  const { utilization } = performance.eventLoopUtilization(before)
  return { encoding, turn_ms: turns.end(), delay_ms: msOf(delay), utilization: rounded(utilization, 2) }
}

function msOf(delay: ReturnType<typeof monitorEventLoopDelay>) {
  return { p99: rounded(delay.percentile(99) / 1e6, 1), max: rounded(delay.max / 1e6, 1) }
}

/** The longest turns in time of the processor. */
function watchTurns() {
  let longest: number[] = []
  let isWatching = true
  let before = process.threadCpuUsage()
  const look = () => {
    const { user, system } = process.threadCpuUsage(before)
    const ms = (user + system) / 1000
    if (ms > (longest[2] ?? 0)) longest = [...longest, ms].toSorted((a, b) => b - a).slice(0, 3)
    before = process.threadCpuUsage()
    if (isWatching) setImmediate(look)
  }
  setImmediate(look)
  return {
    end() {
      isWatching = false
      return longest.map((ms) => rounded(ms, 1))
    },
  }
}

/** Another process sends, so that making the file takes no time of this one. */
async function sendFrom(given: Sending): Promise<void> {
  const sender = spawn(
    process.execPath,
    [fileURLToPath(new URL('./send-upload.ts', import.meta.url)), JSON.stringify(given)],
    { stdio: 'inherit' },
  )
  const code = await new Promise((resolve) => sender.on('close', resolve))
  if (code !== 0) throw new Error(`the sender ended with ${code}`)
}
