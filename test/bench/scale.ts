import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { uuidToId } from '../../src/shared/ids.ts'
import { needBody, organizationBody } from '../support/bodies.ts'
import { type BenchDatabase, fetchToken, startBenchDatabase, startBenchOnCitus } from './bench-database.ts'
import { closeOnSignal, closing } from './close-on-signal.ts'
import { createProbes, type Service } from './freshness-probes.ts'
import { applyLoad } from './http-load.ts'
import { type ServerProcess, startFloor, startService } from './http-processes.ts'
import { latenciesOf, rounded } from './percentiles.ts'
import { measureInserts, measureNotices } from './scale-floors.ts'
import { wholeNumber } from './whole-number.ts'

// What more processes on one Postgres bring, and on Citus where CITUS_URL names an empty database of a cluster:
// node test/bench/scale.ts [--offers N] [--needs N] [--processes N] [--connections N] [--seconds N] [--changes N]
// For 1, 2 … processes: pages and posts a second of all together, and the time from the moment a write is sent to one process
// until the ranking of each other one shows it. Each beside a floor of the same minute: as many bare servers that only serialize a
// page, connections that only insert a row, and a notice of Postgres to another connection with a ranking that shows no change.
// The load, the processes and Postgres share the machine: with few processors, more processes bring little.

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '1000' },
    needs: { type: 'string', default: '1000' },
    processes: { type: 'string', default: '3' },
    connections: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '3' },
    changes: { type: 'string', default: '12' },
  },
})
const [offers, needs, processes, connections, seconds, changes] = [
  wholeNumber(values, 'offers'),
  wholeNumber(values, 'needs'),
  wholeNumber(values, 'processes'),
  wholeNumber(values, 'connections'),
  wholeNumber(values, 'seconds'),
  wholeNumber(values, 'changes'),
]
const { CITUS_URL } = process.env
const POSTED_SKILLS = ['bookkeeping', 'Grant writing', 'web design', 'dog walking', 'translation']
const WARM_UP_PAGES = 30
const WAIT_MS = 200
/** Floors answer thousands of times a second. */
const FLOOR_SECONDS = 1

type Request = Parameters<typeof applyLoad>[0]['requests'][number]
type Headers = Record<string, string>

const begunMs = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)
try {
  const market = { offers, needs }
  const figures = {
    offers,
    needs,
    connections,
    cpus: availableParallelism(),
    postgres: await measure('postgres', await startBenchDatabase(folder, closers, { market })),
    ...(CITUS_URL && { citus: await measure('citus', await startBenchOnCitus(CITUS_URL, market)) }),
    run_s: Math.round((performance.now() - begunMs) / 1000),
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

/** One line of figures for each number of processes, from all to one, so that those behind the first can start together. */
async function measure(name: string, { connectionString, partner, needIds }: BenchDatabase) {
  // The first reads all texts, and the others find what it has read.
  const first = closing(closers, await start(`${name}-1`, connectionString))
  const others = await startAll(processes - 1, (at) => start(`${name}-${at + 2}`, connectionString))
  const services = [first, ...others]
  const token = await fetchToken(first.address, partner)
  const headers = { authorization: `Bearer ${token}` }
  const probes = await createProbes({ address: first.address, token })
  const pageFile = join(folder, `${name}.json`)
  writeFileSync(pageFile, await fetchPage(first, needIds, headers))
  const floors = await startAll(processes, (at) =>
    startFloor(join(folder, `${name}-floor-${at}.log`), pageFile, 'object'),
  )
  await Promise.all([...services, ...floors].map((server) => warmUp(server, needIds, headers)))
  const lines: Awaited<ReturnType<typeof measureTogether>>[] = []
  for (let count = processes; count > 0; count--) {
    // Needs that nobody has asked about before: a page that was kept says nothing of ranking.
    const asked = needIds.slice(0, -WARM_UP_PAGES).filter((_, at) => at % processes === count - 1)
    lines.unshift(await measureTogether({ services, floors, headers, asked, probes, connectionString }))
    await Promise.all([services.pop()?.stop(), floors.pop()?.stop()])
  }
  return lines
}

/** Starts servers at once. They are closed even if one of them fails. */
async function startAll(
  count: number,
  startOne: (at: number) => Promise<ServerProcess>,
): Promise<ServerProcess[]> {
  const started = await Promise.allSettled(
    Array.from({ length: count }, async (_, at) => closing(closers, await startOne(at))),
  )
  return started.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

/** A process that has just started reads what it needs for a page at the first ones. */
async function warmUp(server: ServerProcess, needIds: readonly string[], headers: Headers) {
  for (const id of needIds.slice(-WARM_UP_PAGES)) await fetchPageOf(server, id, headers)
}

async function measureTogether(with_: {
  services: readonly ServerProcess[]
  floors: readonly ServerProcess[]
  headers: Headers
  asked: readonly string[]
  probes: Awaited<ReturnType<typeof createProbes>>
  connectionString: string
}) {
  const { services, floors, headers, asked, probes, connectionString } = with_
  const gets = asked.map((id) => ({
    method: 'GET' as const,
    path: pathOf(id),
    headers,
  }))
  const pages = await loadAll(services, gets)
  const floorPages = await loadAll(floors, gets, FLOOR_SECONDS)
  const posts = await loadAll(services, await postRequests(services[0], headers))
  const inserts = await measureInserts(connectionString, { connections, seconds: FLOOR_SECONDS })
  const ofServices = services.map(({ address }) => ({ address, token: tokenOf(headers) }))
  const freshness = await measureFreshness(ofServices, probes, connectionString)
  return {
    processes: services.length,
    pages_per_s: rounded(pages, 1),
    floor_pages_per_s: rounded(floorPages, 1),
    pages_to_floor: rounded(pages / floorPages, 3),
    posts_per_s: rounded(posts, 1),
    floor_inserts_per_s: rounded(inserts, 1),
    posts_to_floor: rounded(posts / inserts, 3),
    freshness,
  }
}

/** Answers a second of all servers together, each with its part of the requests and of the connections. */
async function loadAll(
  servers: readonly ServerProcess[],
  requests: readonly Request[],
  forSeconds = seconds,
) {
  const rounds = await Promise.all(
    servers.map(({ address }, at) =>
      applyLoad({
        address,
        requests: requests.filter((_, i) => i % servers.length === at),
        connections: Math.max(1, Math.floor(connections / servers.length)),
        seconds: forSeconds,
      }),
    ),
  )
  return rounds.reduce((sum, { rps }) => sum + rps, 0)
}

/** Writes to one process until all others show it; with one process, until this one does. */
async function measureFreshness(
  services: readonly Service[],
  probes: Awaited<ReturnType<typeof createProbes>>,
  connectionString: string,
) {
  const [own, ...others] = services
  if (!own) throw new Error('there is no process')
  const timesMs: number[] = []
  const floorsMs: number[] = []
  for (let i = 0; i < changes; i++) {
    const change = probes.steady()
    const sentMs = performance.now()
    const seen = others.map((other) => shownAfter(other, change, sentMs))
    await change.write(own)
    timesMs.push(Math.max(...(await Promise.all(seen)), await shownAfter(own, change, sentMs)))
    const askedMs = performance.now()
    await probes.idle(others[0] ?? own)
    floorsMs.push(performance.now() - askedMs)
  }
  const notices = await measureNotices(connectionString, changes)
  return {
    in_all: latenciesOf(timesMs),
    floor: latenciesOf(floorsMs.map((rankingMs, at) => rankingMs + (notices[at] ?? 0))),
  }
}

async function shownAfter(
  service: Service,
  change: { isShown(service: Service): Promise<boolean> },
  sentMs: number,
): Promise<number> {
  while (!(await change.isShown(service)))
    if (performance.now() - sentMs > 10_000) throw new Error('a change is not shown')
  return performance.now() - sentMs
}

/** The first page with a match: what the floor sends. */
async function fetchPage(service: ServerProcess, needIds: readonly string[], headers: Headers) {
  for (const id of needIds) {
    const body = await fetchPageOf(service, id, headers)
    if ((JSON.parse(body) as { data: unknown[] }).data.length >= 10) return body
  }
  throw new Error('the needs of this market have no matches')
}

async function fetchPageOf(service: ServerProcess, id: string, headers: Headers): Promise<string> {
  const answer = await fetch(service.address + pathOf(id), { headers })
  const body = await answer.text()
  // A process that has just started on a busy machine asks to wait.
  if (answer.status === 503) return delay(WAIT_MS).then(() => fetchPageOf(service, id, headers))
  if (!answer.ok) throw new Error(`a page is answered by ${answer.status}: ${body}`)
  return body
}

function pathOf(needId: string): string {
  return `/v1/needs/${uuidToId('need', needId)}/matches?limit=20`
}

/** As many as there are connections, alike but for the skills that they ask for. */
async function postRequests(service: ServerProcess | undefined, headers: Headers): Promise<Request[]> {
  const json = { ...headers, 'content-type': 'application/json' }
  const organization = await fetch(`${service?.address}/v1/organizations`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(organizationBody()),
  })
  const { id } = (await organization.json()) as { id: string }
  return Array.from({ length: connections * processes }, (_, i) => {
    const skills = [POSTED_SKILLS[i % POSTED_SKILLS.length], 'Data entry']
    const body = JSON.stringify(needBody(id, { skills }))
    return { method: 'POST' as const, path: '/v1/needs', headers: json, body }
  })
}

function start(name: string, connectionString: string): Promise<ServerProcess> {
  return startService(join(folder, `${name}.log`), {
    DATABASE_URL: connectionString,
    RATE_LIMIT_PER_MINUTE: '1000000000',
    // What several processes on one machine can do is asked, and not what each sheds.
    OVERLOAD_EVENT_LOOP_DELAY_MS: '0',
    EMBEDDINGS: 'off',
    // The issuer of tokens: what one process gives is good for the others.
    PUBLIC_URL: 'http://bench.example',
  })
}

function tokenOf({ authorization = '' }: Headers): string {
  return authorization.replace('Bearer ', '')
}
