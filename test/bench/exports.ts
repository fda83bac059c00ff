import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { NewPartner } from '../../src/features/access/index.ts'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { scopes } from '../../src/platform/http/scopes.ts'
import { startBenchDatabase } from './bench-database.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { fillExports } from './exports-data.ts'
import { rounded } from './percentiles.ts'
import { startServiceHere } from './service-in-process.ts'

// How fast each CSV is written, and what it costs beside: the longest turns of the event loop and the growth of memory.
// node --expose-gc test/bench/exports.ts [--rows N] [--only hours] [--keep FOLDER] [--turns]
// Other work on the machine does not count in `cpu_us_a_row`, what this process uses, without Postgres. `delay_ms` is what a timer sees.
// With `--turns` the longest turns in time of the processor are shown instead.

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    turns: { type: 'boolean', default: false },
  },
})
const rows = Number(values.rows)
const BYTES_PER_MB = 1024 * 1024
const LOOK_MS = 50

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
mkdirSync(folder, { recursive: true })
const closers: (() => unknown)[] = values.keep ? [] : [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)
try {
  const { address, token, paths } = await serve()
  for (const [name, path] of Object.entries(paths).filter(
    ([name]) => values.only === '' || name === values.only,
  )) {
    await download({ url: address + path, token })
    process.stdout.write(`${JSON.stringify({ name, ...(await measure({ url: address + path, token })) })}\n`)
  }
} finally {
  for (const close of closers.reverse()) await close()
}

interface Filled {
  partner: NewPartner
  paths: Record<string, string>
}

async function filledDatabase(): Promise<Filled & { connectionString: string }> {
  const file = join(folder, 'exports.json')
  if (existsSync(file)) {
    const postgres = await acquireEmbeddedPostgres({ dataDir: join(folder, 'data') })
    closers.push(() => postgres.release())
    // This file was written here.
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Filled
    return { ...kept, connectionString: postgres.ownerConnectionString }
  }
  const market = { offers: rows, needs: rows }
  const { connectionString, partner } = await startBenchDatabase(folder, closers, { market })
  const client = new pg.Client({ connectionString })
  await client.connect()
  const paths = await fillExports(client, partner.partnerId, rows).finally(() => client.end())
  writeFileSync(file, JSON.stringify({ partner, paths }))
  return { connectionString, partner, paths }
}

async function serve() {
  const { connectionString, partner, paths } = await filledDatabase()
  const { services, listen } = await startServiceHere(connectionString, closers)
  const token = services.access.tokens.issue({ ...partner, scopes: [...scopes] })
  return { address: await listen(), token, paths }
}

async function measure(asked: { url: string; token: string }) {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let mostRss = before
  const looks = setInterval(() => {
    mostRss = Math.max(mostRss, process.memoryUsage.rss())
  }, LOOK_MS)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const turns = values.turns ? watchTurns() : undefined
  delay.enable()
  const usedBefore = process.cpuUsage()
  const beganMs = performance.now()
  const found = await download(asked)
  const s = (performance.now() - beganMs) / 1000
  delay.disable()
  clearInterval(looks)
  const { user, system } = process.cpuUsage(usedBefore)
  globalThis.gc?.()
  const kept = process.memoryUsage.rss() - before
  return {
    rows: found,
    s: rounded(s, 2),
    rows_a_second: Math.round(found / s),
    ...(turns ? { turn_ms: turns.end() } : { cpu_us_a_row: rounded((user + system) / found, 1) }),
    delay_ms: { p99: rounded(delay.percentile(99) / 1e6, 1), max: rounded(delay.max / 1e6, 1) },
    grew_mb: { most: rounded((mostRss - before) / BYTES_PER_MB, 0), kept: rounded(kept / BYTES_PER_MB, 0) },
  }
}

/** The longest turns in time of the processor. Watching takes a whole processor, so it is no time to measure speed. */
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

/** Another process reads, so that counting the lines takes no time of this one. Returns the rows below the header. */
async function download({ url, token }: { url: string; token: string }): Promise<number> {
  const script = `
    const answer = await fetch(process.argv[1], { headers: { authorization: 'Bearer ' + process.argv[2] } })
    let lines = 0
    for await (const piece of answer.body) for (const byte of piece) if (byte === 10) lines += 1
    if (answer.status !== 200) throw new Error('it answers ' + answer.status)
    process.stdout.write(String(lines - 1))`
  const reader = spawn(process.execPath, ['--input-type=module', '-e', script, url, token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let shown = ''
  reader.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  const code = await new Promise((resolve) => reader.on('close', resolve))
  if (code !== 0) throw new Error(`the reader ended with ${code}`)
  return Number(shown)
}
