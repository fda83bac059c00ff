import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { uuidToId } from '../../src/shared/ids.ts'
import { fetchToken, startBenchDatabase } from './bench-database.ts'
import { applyLoad, percentile } from './http-load.ts'
import { startService } from './http-processes.ts'

// What far more load than it can bear makes of the service, with and without shedding, one after the other:
// node test/bench/overload.ts [--times N] [--connections N] [--seconds N]
// First what it can bear is measured with a few connections, then as many matches as given times that are asked for each
// second; beside them one asks whether the process lives.

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '4' },
    connections: { type: 'string', default: '800' },
    seconds: { type: 'string', default: '15' },
  },
})
const connections = Number(values.connections)
const seconds = Number(values.seconds)
const times = Number(values.times)
const FEW_CONNECTIONS = 16
const CAPACITY_S = 5
const PROBE_EVERY_MS = 250

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  const { connectionString, partner, needIds } = await startBenchDatabase(folder, closers, {
    market: { offers: 20_000, needs: 1000 },
  })
  const paths = needIds.map((id) => `/v1/needs/${uuidToId('need', id)}/matches?limit=20`)
  const kinds: Record<string, Record<string, string>> = {
    without: { OVERLOAD_EVENT_LOOP_DELAY_MS: '0', OVERLOAD_REQUESTS: '0' },
    with: {},
  }
  const runs: Record<string, unknown> = {}
  let capacity: number | undefined
  for (const [name, settings] of Object.entries(kinds)) {
    const logFile = join(folder, `${name}.log`)
    const service = await startService(logFile, {
      DATABASE_URL: connectionString,
      RATE_LIMIT_PER_MINUTE: '1000000000',
      // One client stands for many.
      OPEN_REQUESTS_PER_CLIENT: '0',
      ...settings,
    })
    try {
      const headers = { authorization: `Bearer ${await fetchToken(service.address, partner)}` }
      const requests = paths.map((path) => ({ method: 'GET' as const, path, headers }))
      const few = { address: service.address, requests, connections: FEW_CONNECTIONS, seconds: CAPACITY_S }
      await autocannon({ url: service.address, connections: FEW_CONNECTIONS, duration: CAPACITY_S, requests })
      // The first one refuses nothing.
      capacity ??= (await applyLoad(few)).rps
      runs[name] = await press(
        { url: service.address, logFile },
        paths,
        headers,
        Math.round(capacity * times),
      )
    } finally {
      await service.stop()
    }
  }
  process.stdout.write(
    `${JSON.stringify({ connections, seconds, capacity_per_s: Math.round(capacity ?? 0), times, ...runs })}\n`,
  )
} finally {
  for (const close of closers.reverse()) await close()
}

async function press(
  { url, logFile }: { url: string; logFile: string },
  paths: string[],
  headers: Record<string, string>,
  perSecond: number,
) {
  const before = readFileSync(logFile).length
  const probesMs: number[] = []
  let deadProbes = 0
  const probing = setInterval(async () => {
    const startMs = performance.now()
    const isAlive = await fetch(`${url}/livez`).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (isAlive) probesMs.push(performance.now() - startMs)
    else deadProbes += 1
  }, PROBE_EVERY_MS)
  let next = 0
  await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 60,
    overallRate: perSecond,
    setupClient: (client) => {
      const path = paths[next++ % paths.length] ?? '/'
      client.setRequests([{ method: 'GET', path, headers }])
    },
  })
  clearInterval(probing)
  // As the service has it: the time in which its clients wait for their turn is not its own.
  const answers = readFileSync(logFile)
    .subarray(before)
    .toString()
    .split('\n')
    .filter((line) => line.includes('/matches"'))
    .map((line): { status: number; elapsed_ms: number } => JSON.parse(line))
  const timesOf = (status: number) =>
    answers.filter((one) => one.status === status).map(({ elapsed_ms }) => elapsed_ms)
  const [answeredMs, refusedMs] = [timesOf(200), timesOf(503)]
  const at = (ms: readonly number[], share: number) => Math.round(percentile(ms, share) || 0)
  return {
    answered_per_s: Math.round(answeredMs.length / seconds),
    answered_p50_ms: at(answeredMs, 0.5),
    answered_p99_ms: at(answeredMs, 0.99),
    refused_share: Number((refusedMs.length / (answeredMs.length + refusedMs.length)).toFixed(3)),
    refused_p50_ms: at(refusedMs, 0.5),
    others: answers.length - answeredMs.length - refusedMs.length,
    livez_p50_ms: at(probesMs, 0.5),
    livez_longest_ms: at(probesMs, 1),
    livez_failed: deadProbes,
  }
}
