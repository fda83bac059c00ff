import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { WORK_MEM } from '../../src/platform/db/database.ts'
import { MOST_COUNTED } from '../../src/platform/http/pagination.ts'
import { type PartnerId, uuidToId } from '../../src/shared/ids.ts'
import { startBenchDatabase } from './bench-database.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { fillLists, fillTable, type ListedTable, listedTables } from './lists-data.ts'
import { explain } from './lists-explain.ts'
import { fixedReads } from './lists-fixed.ts'
import { fixedFills } from './lists-fixed-data.ts'
import { weighedTables, weighIndexes } from './lists-inserts.ts'
import { queriesOf, readers } from './lists-queries.ts'
import { rounded } from './percentiles.ts'

// How Postgres reads the first page of each list, by each filter, order and search, and all of them together, how long its totals
// take, and what the indexes of lists cost an insert. `read` counts the rows that the scans of the plans touched.
// node test/bench/lists.ts [--rows N] [--inserts N] [--tables needs,introductions] [--keep FOLDER] [--all]

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    inserts: { type: 'string', default: '5000' },
    tables: { type: 'string', default: 'needs,offers,introductions,engagements,helpers,candidates' },
    keep: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
})
const rows = Number(values.rows)
const inserts = Number(values.inserts)
const named = values.tables.split(',')
const fixed = Object.entries(fixedFills).filter(([name]) => named.includes(name))
const tables = listedTables.filter((one) => named.includes(one))
const joined = listedTables.filter((one) => fixed.some(([, { joins }]) => joins.includes(one)))
const PAGE = 51
/** Shorter queries are printed with `--all` only. */
const LONG_MS = 25

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = values.keep ? [] : [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)
async function measure(): Promise<void> {
  const { connectionString, partner } = await startBenchDatabase(folder, closers, {
    settings: { maintenance_work_mem: '512MB', max_wal_size: '8GB' },
  })
  const pool = new pg.Pool({ connectionString, max: 1, options: `-c work_mem=${WORK_MEM}` })
  closers.push(() => pool.end())
  const partnerId = await largestPartner(pool, partner.partnerId)
  for (const table of new Set([...tables, ...joined]))
    await fillOnce(pool, table, () => fillLists(pool, table, { partnerId, rows }))
  for (const [, { fills }] of fixed)
    for (const [table, statement] of Object.entries(fills))
      await fillOnce(pool, table, () => fillTable(pool, table, { partnerId, rows, statement }))
  for (const table of tables) await measureList({ pool, partnerId }, table)
  for (const [name] of fixed)
    for (const [read, ask] of Object.entries(fixedReads[name] ?? {}))
      report({ list: name, query: read, ...(await explain({ pool, partnerId }, ask)) })
  for (const table of weighedTables)
    if (inserts > 0 && (named.includes(table) || (table === 'engagement_hours' && named.includes('hours'))))
      await weighIndexes(pool, table, { inserts, report })
}

async function measureList(
  asked: { pool: pg.Pool; partnerId: PartnerId },
  table: ListedTable,
): Promise<void> {
  const [list, readerOf] = readers[table]
  const pages: number[] = []
  const totals: number[] = []
  for (const query of queriesOf(list)) {
    const page = await explain(asked, (db, id) => readerOf(db).list(id, { ...query, limit: PAGE }))
    pages.push(page.ms)
    if (values.all || page.ms > LONG_MS) report({ list: table, query: JSON.stringify(query), ...page })
    if (query.sort) continue
    const total = await explain(asked, (db, id) =>
      readerOf(db).count(id, { ...query, limit: PAGE }, MOST_COUNTED),
    )
    totals.push(total.ms)
    if (values.all || total.ms > LONG_MS) report({ total: table, query: JSON.stringify(query), ...total })
  }
  report({ list: table, pages: summaryOf(pages), totals: summaryOf(totals) })
}

function summaryOf(ms: readonly number[]) {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  return {
    queries: ms.length,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    longest_ms: at(1),
    over_100_ms: ms.filter((one) => one > 100).length,
  }
}

/** The partner of a database that was kept is the one of its first run. */
async function largestPartner(pool: pg.Pool, created: PartnerId): Promise<PartnerId> {
  const { rows: partners } = await pool.query<{ id: string }>(
    `select id from partners where name = 'Bench' order by id limit 1`,
  )
  return partners[0] ? uuidToId('partner', partners[0].id) : created
}

async function fillOnce(pool: pg.Pool, table: string, fill: () => Promise<void>): Promise<void> {
  if (await hasRows(pool, table)) return
  const beganMs = performance.now()
  await fill()
  report({ filled: table, rows, s: rounded((performance.now() - beganMs) / 1000, 0) })
}

async function hasRows(pool: pg.Pool, table: string): Promise<boolean> {
  const { rowCount } = await pool.query(`select from ${table} limit 1`)
  return rowCount === 1
}

function report(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

try {
  await measure()
} finally {
  for (const close of closers.reverse()) await close()
}
