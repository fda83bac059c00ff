import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { uuidToId } from '../../src/shared/ids.ts'
import { needBody, organizationBody } from '../support/bodies.ts'
import { fetchToken, startBenchDatabase } from './bench-database.ts'
import { closeOnSignal, closing } from './close-on-signal.ts'
import { applyLoad, median, percentile, type Round } from './http-load.ts'
import { type ServerProcess, startFloor, startService, startSqlPeer } from './http-processes.ts'
import { rounded } from './percentiles.ts'
import { wholeNumber } from './whole-number.ts'

// How fast the service answers under load, beside bare Fastify servers on the same machine in the same minute, which send
// a page as it is, serialize it, or get it by one SQL statement:
// node test/bench/http.ts [--offers N] [--needs N] [--connections N] [--seconds N] [--rounds N]
// The service runs as `serve` does, with its log at its default level; only its rate limit is raised, by its own
// setting, and texts are not compared by meaning: the meanings of a new market are made once, in the background, and would
// be most of what is measured. Rounds of each kind take turns and the median round counts, as other work on the machine comes and goes.

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '100000' },
    needs: { type: 'string', default: '3000' },
    connections: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
  },
})
const [offers, needs, connections, seconds, rounds] = [
  wholeNumber(values, 'offers'),
  wholeNumber(values, 'needs'),
  wholeNumber(values, 'connections'),
  wholeNumber(values, 'seconds'),
  wholeNumber(values, 'rounds'),
]
const PAGES_SAMPLED = 100
const WARM_UP_S = 3
const POSTS_MEANWHILE_PER_S = 10
const POSTED_SKILLS = ['bookkeeping', 'Grant writing', 'web design', 'dog walking', 'translation']

const begun = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

async function measure() {
  const { connectionString, partner, needIds } = await startBenchDatabase(folder, closers, {
    market: { offers, needs },
  })
  const preparedS = (performance.now() - begun) / 1000
  const service = closing(
    closers,
    await startService(join(folder, 'service.log'), {
      DATABASE_URL: connectionString,
      RATE_LIMIT_PER_MINUTE: '1000000000',
      EMBEDDINGS: 'off',
    }),
  )
  const startedS = (performance.now() - begun) / 1000 - preparedS
  const headers = { authorization: `Bearer ${await fetchToken(service.address, partner)}` }
  const paths = needIds.map((id) => `/v1/needs/${uuidToId('need', id)}/matches?limit=20`)
  const page = await fetchTypicalPage(service, paths, headers)
  const pageFile = join(folder, 'page.json')
  writeFileSync(pageFile, page.body)
  const floor = closing(closers, await startFloor(join(folder, 'floor.log'), pageFile, 'text'))
  const serialized = closing(closers, await startFloor(join(folder, 'serialized.log'), pageFile, 'object'))
  const sql = closing(closers, await startSqlPeer(join(folder, 'sql.log'), connectionString, connections))

  const gets = paths.map((path) => ({ method: 'GET' as const, path, headers }))
  const posts = await postRequests(service, headers)
  const load = (server: ServerProcess, requests: typeof gets | typeof posts, forS = seconds) =>
    applyLoad({ address: server.address, requests, connections, seconds: forS })
  /** Pages while needs are posted, each of which changes the market that all pages are of. */
  const loadBehindPosts = async () => {
    const slowly = { requests: posts.slice(0, 1), connections: 1, seconds, perSecond: POSTS_MEANWHILE_PER_S }
    const [round] = await Promise.all([
      load(service, gets),
      applyLoad({ address: service.address, ...slowly }),
    ])
    return round
  }
  const kinds = {
    floor: () => load(floor, gets),
    serialized: () => load(serialized, gets),
    sql: () => load(sql, gets),
    matches: () => load(service, gets),
    behind: loadBehindPosts,
    post: () => load(service, posts),
  }
  for (const server of [floor, serialized, sql, service]) await load(server, gets, WARM_UP_S)
  await load(service, posts, WARM_UP_S)
  const measured: Record<keyof typeof kinds, Round[]> = {
    ...{ floor: [], serialized: [], sql: [], matches: [], behind: [], post: [] },
  }
  for (let round = 0; round < rounds; round++) {
    for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) measured[kind].push(await kinds[kind]())
  }

  const rps = (kind: keyof typeof kinds) => median(measured[kind].map((round) => round.rps))
  const everyRps = (kind: keyof typeof kinds) => measured[kind].map((round) => Math.round(round.rps))
  return {
    offers,
    needs,
    connections,
    cpus: availableParallelism(),
    matches_rps: rounded(rps('matches'), 1),
    ...latencies('matches', measured.matches),
    behind_posts_rps: rounded(rps('behind'), 1),
    ...latencies('behind_posts', measured.behind),
    floor_rps: rounded(rps('floor'), 1),
    ratio: rounded(rps('matches') / rps('floor'), 3),
    floor_serialized_rps: rounded(rps('serialized'), 1),
    ratio_serialized: rounded(rps('matches') / rps('serialized'), 3),
    sql_rps: rounded(rps('sql'), 1),
    ...latencies('sql', measured.sql),
    ratio_sql: rounded(rps('matches') / rps('sql'), 1),
    rounds_rps: {
      matches: everyRps('matches'),
      behind_posts: everyRps('behind'),
      floor: everyRps('floor'),
      serialized: everyRps('serialized'),
      sql: everyRps('sql'),
    },
    post_rps: rounded(rps('post'), 1),
    ...latencies('post', measured.post),
    body_bytes: page.bytes,
    body_matches: page.matches,
    // Node writes a string that is all ASCII half as fast again, which moves the floor.
    body_is_ascii: page.bytes === page.body.length,
    errors: 0,
    non2xx: 0,
    prepare_s: rounded(preparedS, 1),
    start_s: rounded(startedS, 1),
    run_s: rounded((performance.now() - begun) / 1000, 1),
  }
}

/** The page of the median size among some, which the floor is to send. */
async function fetchTypicalPage(service: ServerProcess, paths: string[], headers: Record<string, string>) {
  const pages: { body: string; bytes: number; matches: number }[] = []
  for (const path of paths.slice(0, PAGES_SAMPLED)) {
    const answer = await fetch(service.address + path, { headers })
    const body = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body}`)
    const { data } = JSON.parse(body) as { data: unknown[] }
    pages.push({ body, bytes: Buffer.byteLength(body), matches: data.length })
  }
  const typical = pages.sort((a, b) => a.bytes - b.bytes)[Math.floor(pages.length / 2)]
  if (!typical || typical.matches === 0) throw new Error('the needs of this market have no matches')
  return typical
}

/** One for each connection, alike but for the skills that they ask for. */
async function postRequests(service: ServerProcess, headers: Record<string, string>) {
  const json = { ...headers, 'content-type': 'application/json' }
  const organization = await fetch(`${service.address}/v1/organizations`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(organizationBody()),
  })
  const { id } = (await organization.json()) as { id: string }
  return Array.from({ length: connections }, (_, i) => {
    const skills = [POSTED_SKILLS[i % POSTED_SKILLS.length], 'Data entry']
    const body = JSON.stringify(needBody(id, { skills }))
    return { method: 'POST' as const, path: '/v1/needs', headers: json, body }
  })
}

function latencies<K extends string>(kind: K, of: Round[]) {
  const all = of.flatMap((round) => round.latenciesMs)
  const at = (share: number) => rounded(percentile(all, share), 2)
  return { [`${kind}_p50_ms`]: at(0.5), [`${kind}_p95_ms`]: at(0.95), [`${kind}_p99_ms`]: at(0.99) }
}
