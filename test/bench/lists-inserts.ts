import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import { rounded } from './percentiles.ts'

const ROUNDS = 5

/** Inserts a second with all indexes, and without those of lists. Each is undone, and both take turns. */
export async function weighIndexes(
  pool: pg.Pool,
  table: WeighedTable,
  { inserts, report }: { inserts: number; report: (line: Record<string, unknown>) => void },
): Promise<void> {
  const groups = groupsOf[table]
  const perSecond = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, without] of Object.entries({ all: [], ...groups })) {
      const rate = await insertsWithout(pool, table, without, inserts)
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

export const weighedTables = ['needs', 'introductions', 'engagement_hours'] as const
type WeighedTable = (typeof weighedTables)[number]

const groupsOf = {
  needs: {
    words: ['needs_by_words'],
    title: ['needs_by_title'],
    posting: ['needs_by_posting'],
    'words, title and posting': ['needs_by_words', 'needs_by_title', 'needs_by_posting'],
    'status and change': ['needs_by_status_and_change'],
  },
  introductions: {
    'change of 0058': ['introductions_to_need_side_by_change', 'introductions_to_offer_side_by_change'],
    'posting of 0058': ['introductions_to_need_side_by_posting', 'introductions_to_offer_side_by_posting'],
    'all four of 0058': [
      ...['introductions_to_need_side_by_change', 'introductions_to_offer_side_by_change'],
      ...['introductions_to_need_side_by_posting', 'introductions_to_offer_side_by_posting'],
    ],
    'both of 0093': ['introductions_to_need_side_by_state_and_change', 'introductions_from_others_by_state'],
  },
  engagement_hours: {
    'days of 0100': ['engagement_hours_of_need_side', 'engagement_hours_of_offer_side'],
    'open of 0100': ['engagement_hours_open_of_need_side', 'engagement_hours_open_of_offer_side'],
    'all four of 0100': [
      ...['engagement_hours_of_need_side', 'engagement_hours_of_offer_side'],
      ...['engagement_hours_open_of_need_side', 'engagement_hours_open_of_offer_side'],
    ],
  },
} as const

/** Not the row of another: new ids, and nothing that may exist only once. */
const renew: Readonly<Record<WeighedTable, string>> = {
  needs: 'update given set id = gen_random_uuid(), external_id = null',
  introductions: 'update given set id = gen_random_uuid(), need_id = gen_random_uuid()',
  engagement_hours: `update given set id = gen_random_uuid(), state = 'logged'`,
}

async function insertsWithout(
  pool: pg.Pool,
  table: WeighedTable,
  without: readonly string[],
  inserts: number,
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
    await client.query(renew[table])
    const beganMs = performance.now()
    await client.query(`insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from given`)
    return inserts / ((performance.now() - beganMs) / 1000)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
