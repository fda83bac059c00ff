import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { introductionsListed } from '../../src/features/introductions/introductions.list.ts'
import { createIntroductionsRepository } from '../../src/features/introductions/introductions.repository.ts'
import { createNeedsRepository, createOffersRepository } from '../../src/features/postings/index.ts'
import { needList } from '../../src/features/postings/needs/needs.list.ts'
import { offerList } from '../../src/features/postings/offers/offers.list.ts'
import type { List, ListAsked, Queryable } from '../../src/platform/db/index.ts'
import { uuidToId } from '../../src/shared/ids.ts'
import { startBenchDatabase } from './bench-database.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { fillLists, HELPER_ID, type ListedTable, NEED_ID, OFFER_ID, ORGANIZATION_ID } from './lists-data.ts'
import { rounded } from './percentiles.ts'

// How Postgres reads the first page of each list by each of its filters, orders and words, and what the indexes of lists cost
// an insert: node test/bench/lists.ts [--rows N] [--inserts N] [--tables needs,introductions]. `read` counts the rows that the scans of the plan touched.

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    inserts: { type: 'string', default: '5000' },
    tables: { type: 'string', default: 'needs,offers,introductions' },
  },
})
const rows = Number(values.rows)
const inserts = Number(values.inserts)
const listed = ['needs', 'offers', 'introductions'] as const
const tables = listed.filter((one) => values.tables.split(',').includes(one))
const PAGE = 51
const ROUNDS = 3

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)
async function measure(): Promise<void> {
  const { connectionString, partner } = await startBenchDatabase(folder, closers, {
    settings: { maintenance_work_mem: '512MB', max_wal_size: '8GB' },
  })
  const pool = new pg.Pool({ connectionString, max: 1 })
  closers.push(() => pool.end())
  for (const table of tables) {
    const beganMs = performance.now()
    await fillLists(pool, table, { partnerId: partner.partnerId, rows })
    report({ filled: table, rows, s: rounded((performance.now() - beganMs) / 1000, 0) })
  }
  const asked = { pool, partnerId: partner.partnerId }
  for (const [name, list, read] of lists().filter(([name]) => tables.includes(name)))
    for (const query of queriesOf(list)) await explain(asked, name, query, read)
  for (const table of tables.filter((one) => one !== 'offers')) await weighIndexes(pool, table)
}

type Partner = Parameters<ReturnType<typeof createNeedsRepository>['list']>[0]
type Read = (db: Queryable, partnerId: Partner, asked: ListAsked) => Promise<unknown>

function lists(): [ListedTable, Pick<List<never>, 'filters' | 'sorts' | 'words'>, Read][] {
  return [
    ['needs', needList, (db, id, asked) => createNeedsRepository(db).list(id, asked)],
    ['offers', offerList, (db, id, asked) => createOffersRepository(db).list(id, asked)],
    [
      'introductions',
      introductionsListed,
      (db, id, asked) => createIntroductionsRepository(db).list(id, asked),
    ],
  ]
}

/** A value of each filter. A filter without one fails the run. */
const samples: Readonly<Record<string, unknown[]>> = {
  status: [['open'], ['open', 'filled'], ['proposed'], ['accepted', 'declined']],
  kinds: [['volunteer'], ['barter', 'paid']],
  external_id: ['own-4711'],
  metadata: [{ crm_id: '4711' }],
  organization_id: [uuidToId('org', ORGANIZATION_ID)],
  helper_id: [uuidToId('helper', HELPER_ID)],
  need_id: [uuidToId('need', NEED_ID)],
  offer_id: [uuidToId('offer', OFFER_ID)],
  sprint_id: [[uuidToId('need', NEED_ID)]],
  role: ['need', 'offer'],
  created_since: ['2026-11-01T00:00:00Z'],
  created_before: ['2026-02-01T00:00:00Z'],
  updated_since: ['2026-11-01T00:00:00Z'],
  updated_before: ['2026-02-01T00:00:00Z'],
}

/** Each filter alone, each order alone, an order with the most frequent status, and words of three frequencies. */
function queriesOf({
  filters,
  sorts,
  words,
}: Pick<List<never>, 'filters' | 'sorts' | 'words'>): Omit<ListAsked, 'limit'>[] {
  const byFilter = Object.entries(filters).flatMap(([name, { value: schema }]) => {
    const known = samples[name]
    if (!known) throw new Error(`no sample of the filter ${name}`)
    return known
      .filter((value) => name !== 'status' || schema.safeParse([value].flat().join(',')).success)
      .map((value) => ({ filters: { [name]: value } }))
  })
  const bySort = Object.keys(sorts).flatMap((sort) =>
    [sort, `-${sort}`].flatMap((one) => [
      { sort: one },
      { sort: one, filters: { status: statusOf(filters) } },
    ]),
  )
  const byWords = words ? ['bookkeeping', 'w17', 'zq', 'w17 w23', 'nosuchword'] : []
  return [{}, ...byFilter, ...bySort, ...byWords.flatMap((q) => [{ q }, { q, sort: '-updated_at' }])]
}

function statusOf({ status }: List<never>['filters']): string[] {
  return status?.value.safeParse('open').success ? ['open'] : ['proposed']
}

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

async function explain(
  { pool, partnerId }: { pool: pg.Pool; partnerId: Partner },
  list: string,
  query: Omit<ListAsked, 'limit'>,
  read: Read,
): Promise<void> {
  const sent: { text: string; params: unknown[] }[] = []
  const logger = { logQuery: (text: string, params: unknown[]) => void sent.push({ text, params }) }
  const db: Queryable = Object.assign(drizzle({ client: pool, logger, casing: 'snake_case' }), {
    isDistributed: false,
  })
  // Once for the cache of the server.
  await read(db, partnerId, { ...query, limit: PAGE })
  let ms = 0
  const plans: Plan[] = []
  for (const { text, params } of sent) {
    const { rows: answers } = await pool.query(`explain (analyze, format json) ${text}`, params)
    const [{ Plan: plan, 'Execution Time': time }] = answers[0]['QUERY PLAN']
    ms += time
    plans.push(...flat(plan))
  }
  const scans = plans.filter((one) => !one.Plans?.length)
  report({
    list,
    query: JSON.stringify(query),
    ms: rounded(ms, 2),
    read: scans.reduce((sum, one) => sum + touched(one), 0),
    by: [
      ...new Set(
        plans.flatMap((one) => one['Index Name'] ?? (one['Node Type'] === 'Seq Scan' ? 'SEQ SCAN' : [])),
      ),
    ].join(' '),
    sorts: plans.some((one) => one['Node Type'].includes('Sort')),
  })
}

function flat(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flat)]
}

function touched(plan: Plan): number {
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  return Math.round((plan['Actual Rows'] + removed) * plan['Actual Loops'])
}

/** Inserts a second with all indexes, and without those of lists. Each is undone, and both take turns. */
async function weighIndexes(pool: pg.Pool, table: ListedTable): Promise<void> {
  const groups = table === 'needs' ? needIndexes : introductionIndexes
  const perSecond = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, without] of Object.entries({ all: [], ...groups })) {
      const rate = await insertsWithout(pool, table, without)
      perSecond.set(name, [...(perSecond.get(name) ?? []), rate])
    }
  const medianOf = (name: string) =>
    (perSecond.get(name) ?? []).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  for (const name of perSecond.keys())
    report({
      table,
      without: name,
      inserts_per_s: Math.round(medianOf(name)),
      to_all: rounded(medianOf(name) / medianOf('all'), 2),
    })
}

const needIndexes = {
  words: ['needs_by_words'],
  title: ['needs_by_title'],
  posting: ['needs_by_posting'],
  'words, title and posting': ['needs_by_words', 'needs_by_title', 'needs_by_posting'],
}
const introductionIndexes = {
  'change of 0058': ['introductions_to_need_side_by_change', 'introductions_to_offer_side_by_change'],
  'posting of 0058': ['introductions_to_need_side_by_posting', 'introductions_to_offer_side_by_posting'],
  'all four of 0058': [
    ...['introductions_to_need_side_by_change', 'introductions_to_offer_side_by_change'],
    ...['introductions_to_need_side_by_posting', 'introductions_to_offer_side_by_posting'],
  ],
}

async function insertsWithout(
  pool: pg.Pool,
  table: ListedTable,
  without: readonly string[],
): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Their parents are not there, so references are not checked: an index weighs a little more than in the service.
    await client.query('set local session_replication_role = replica')
    for (const index of without) await client.query(`drop index ${index}`)
    await client.query(
      `create temporary table given on commit drop as select * from ${table} order by random() limit 0`,
    )
    const { rows: columns } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const names = columns.map(({ name }) => name)
    await client.query(`insert into given select * from ${table} limit ${inserts}`)
    // Not the row of another: new ids, and nothing that may exist only once.
    await client.query(
      table === 'needs'
        ? 'update given set id = gen_random_uuid(), external_id = null'
        : 'update given set id = gen_random_uuid(), need_id = gen_random_uuid()',
    )
    const beganMs = performance.now()
    await client.query(`insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from given`)
    return inserts / ((performance.now() - beganMs) / 1000)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function report(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

try {
  await measure()
} finally {
  for (const close of closers.reverse()) await close()
}
