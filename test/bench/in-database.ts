import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { uuidToId } from '../../src/shared/ids.ts'
import { fetchToken, startBenchDatabase } from './bench-database.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { startService } from './http-processes.ts'
import { latenciesOf, rounded } from './percentiles.ts'
import { wholeNumber } from './whole-number.ts'

// What it costs to find matches by rows in the database, beside an index in memory, on one market:
// node test/bench/in-database.ts [--offers N] [--needs N] [--pages N]
// First a process makes the rows and answers pages, then one that holds the market does. `rss_mib` is the memory of each behind its
// pages, `equal` whether all pages show the same offers with the same scores.

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '10000' },
    needs: { type: 'string', default: '300' },
    pages: { type: 'string', default: '100' },
  },
})
const [offers, needs, pages] = [
  wholeNumber(values, 'offers'),
  wholeNumber(values, 'needs'),
  wholeNumber(values, 'pages'),
]
const MIB = 2 ** 20

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
  const asked = needIds.slice(0, pages)
  const run = async (matching: 'memory' | 'database') => {
    const begunMs = performance.now()
    const service = await startService(join(folder, `${matching}.log`), {
      DATABASE_URL: connectionString,
      MATCHING: matching,
      RATE_LIMIT_PER_MINUTE: '1000000000',
      OVERLOAD_EVENT_LOOP_DELAY_MS: '0',
      EMBEDDINGS: 'off',
      INDEX_CACHE_DIR: 'off',
    })
    closers.push(() => service.stop())
    const readyS = (performance.now() - begunMs) / 1000
    const headers = { authorization: `Bearer ${await fetchToken(service.address, partner)}` }
    const idleRss = rssOf(service.pid)
    const cpuBefore = cpuSecondsOf(service.pid)
    const timesMs: number[] = []
    const rankings: string[] = []
    for (const id of asked) {
      const askedMs = performance.now()
      const answer = await fetch(`${service.address}/v1/needs/${uuidToId('need', id)}/matches?limit=20`, {
        headers,
      })
      const { data } = (await answer.json()) as { data: { offer_id: string; score: number }[] }
      timesMs.push(performance.now() - askedMs)
      rankings.push(JSON.stringify(data.map(({ offer_id, score }) => [offer_id, score])))
    }
    const figures = {
      ready_s: rounded(readyS, 1),
      page: latenciesOf(timesMs),
      page_cpu_ms: rounded(((cpuSecondsOf(service.pid) - cpuBefore) * 1000) / asked.length, 1),
      idle_rss_mib: rounded(idleRss / MIB, 0),
      rss_mib: rounded(rssOf(service.pid) / MIB, 0),
    }
    await service.stop()
    return { figures, rankings }
  }
  const database = await run('database')
  const memory = await run('memory')
  return {
    offers,
    needs,
    pages: asked.length,
    cpus: availableParallelism(),
    database: database.figures,
    memory: memory.figures,
    slower: rounded(database.figures.page.p50_ms / memory.figures.page.p50_ms, 1),
    equal: database.rankings.every((ranking, at) => ranking === memory.rankings[at]),
    rows_mib: await sizesOf(connectionString),
  }
}

function rssOf(pid: number): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) * 1024
}

/** Of the processor, in user and system. Linux counts in hundredths of a second. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** What the rows take with their indexes. */
async function sizesOf(connectionString: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; bytes: string }>(`
      select relname as name, pg_total_relation_size(oid) as bytes from pg_class
      where relname in ('offer_search_rows', 'need_search_rows', 'market_counts', 'market_changes', 'offers')`)
    return Object.fromEntries(rows.map(({ name, bytes }) => [name, rounded(Number(bytes) / MIB, 1)]))
  } finally {
    await client.end()
  }
}
