import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { skillRarity } from '../../src/engines/matching/coverage.ts'
import type { MarketNeed, MarketOffer } from '../../src/engines/matching/postings.ts'
import { WORDING_OPTIONS } from '../../src/engines/matching/wording/wording-options.ts'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { type MeasuredRun, rank } from './engine-run.ts'
import type { TableStatistics, WordQueries } from './engine-sql-asked.ts'
import { createStatementWriter, type Statement } from './engine-sql-statement.ts'
import { loadOffers } from './engine-sql-table.ts'
import { latenciesOf, rounded } from './percentiles.ts'

/** All of it in memory, nothing waits for the disk, and no time goes into compiling: what is best for this table. */
const SERVER_SETTINGS = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  work_mem: '256MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}
const NOTES =
  'need to offers, each asked twice and the second time counted, prepared, jit off; wording is ts_rank of English stems: no word rarity, no near words, no concepts; time zones as in the week of the question'
/** Of the table's pages, by which common words are told. */
const SAMPLED_PERCENT = 10

export interface SqlFigures {
  offers: number
  load_s: number
  queries: number
  p50_ms: number
  p95_ms: number
  max_ms: number
  overlap_at_20: number
  notes: string
}

/** The same ranking as one SQL query, on a Postgres of its own with the same offers. */
export async function measureSql(run: MeasuredRun, needs: readonly MarketNeed[]): Promise<SqlFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-sql-'))
  const postgres = await acquireEmbeddedPostgres({ dataDir: folder, settings: SERVER_SETTINGS })
  const client = new pg.Client({ connectionString: postgres.ownerConnectionString })
  try {
    await client.connect()
    return await measureOn(client, run, needs)
  } finally {
    await client.end()
    await postgres.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureOn(
  client: pg.Client,
  run: MeasuredRun,
  needs: readonly MarketNeed[],
): Promise<SqlFigures> {
  const begun = performance.now()
  await loadOffers(client, run.data, offersOf(run))
  const loadS = (performance.now() - begun) / 1000
  await client.query('set plan_cache_mode = force_custom_plan')
  const statementOf = createStatementWriter(run.data, await readStatistics(client, run.offers))
  const common = await readCommonWords(client, run.offers)
  const prepare = createPreparer()
  const timesMs: number[] = []
  let overlap = 0
  for (const need of needs) {
    const query = prepare(statementOf(need, await readWords(client, need, common)))
    await client.query(query)
    const asked = performance.now()
    const { rows } = await client.query<{ id: string }>(query)
    timesMs.push(performance.now() - asked)
    overlap += shareOfTop(run, need, rows)
  }
  const { p50_ms, p95_ms, max_ms } = latenciesOf(timesMs)
  return {
    offers: run.offers,
    load_s: rounded(loadS, 1),
    queries: needs.length,
    p50_ms,
    p95_ms,
    max_ms,
    overlap_at_20: rounded(overlap / needs.length, 2),
    notes: NOTES,
  }
}

function* offersOf({ offers, data }: MeasuredRun): Generator<MarketOffer> {
  for (let number = 0; number < offers; number++) yield data.marketOffer(number)
}

/** How much of the engine's top the peer has in its own. */
function shareOfTop(run: MeasuredRun, need: MarketNeed, rows: readonly { id: string }[]): number {
  const top = rank(run.engine, { side: 'need', posting: need }, run.data.asOfMs)
  const ids = new Set(rows.map(({ id }) => id))
  return top.length === 0 ? 1 : top.filter(({ id }) => ids.has(id)).length / top.length
}

export async function readStatistics(client: pg.Client, offers: number): Promise<TableStatistics> {
  const { rows: skills } = await client.query<{ skill: number; count: number }>(
    'select skill, count(*)::int from offers, unnest(skills) as skill group by skill',
  )
  const counts = new Map(skills.map(({ skill, count }) => [skill, count]))
  const { rows } = await client.query<{ km: number | null }>('select max(max_km) as km from offers')
  return {
    rarityOfSkill: (skill) => skillRarity(offers, counts.get(skill) ?? 0),
    mostKm: rows[0]?.km ?? 0,
  }
}

/** Words that the engine does not find anybody by. */
export async function readCommonWords(client: pg.Client, offers: number): Promise<Set<string>> {
  const { rows } = await client.query<{ word: string }>(
    `select word from ts_stat('select words from offers tablesample system (${SAMPLED_PERCENT}) repeatable (1)')
     where ndoc > greatest($1::float8, $2) * (select count(*) from offers tablesample system (${SAMPLED_PERCENT}) repeatable (1))`,
    [WORDING_OPTIONS.commonShare, WORDING_OPTIONS.commonCount / offers],
  )
  return new Set(rows.map(({ word }) => word))
}

export async function readWords(
  client: pg.Client,
  need: MarketNeed,
  common: ReadonlySet<string>,
): Promise<WordQueries> {
  const text = [need.title, ...need.skills.map(({ label }) => label), need.description].join(' ')
  const { rows } = await client.query<{ words: string[] }>(
    "select tsvector_to_array(to_tsvector('english', $1)) as words",
    [text],
  )
  const words = rows[0]?.words ?? []
  const anyOf = (some: string[]) => some.map((word) => `'${word.replaceAll("'", "''")}'`).join(' | ')
  return { all: anyOf(words), opening: anyOf(words.filter((word) => !common.has(word))) }
}

/** Statements of one text are prepared once. */
export function createPreparer(): (statement: Statement) => pg.QueryConfig {
  const names = new Map<string, string>()
  return ({ text, values }) => {
    const name = names.get(text) ?? `ranking_${names.size}`
    names.set(text, name)
    return { name, text, values }
  }
}
