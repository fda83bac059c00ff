import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import t from 'tap'
import { createCandidatesRepository } from '../../../src/features/internships/index.ts'
import {
  createHelpersRepository,
  createOrganizationsRepository,
} from '../../../src/features/postings/index.ts'
import type { Queryable } from '../../../src/platform/db/index.ts'
import { idToUuid, type PartnerId } from '../../../src/shared/ids.ts'
import { helperBody, organizationBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const ROWS = 5_000
const WANTED = 1_000

const service = await startTestService(t)
const office = await newOffice(service)
const partnerId: PartnerId = office.partnerId
await office.imported(`${HEADER}\n${candidateLine('first')}`)
await post(office, '/v1/organizations', organizationBody())
await post(office, '/v1/helpers', helperBody())

const client = new pg.Client({ connectionString: service.database.ownerConnectionString })
await client.connect()
t.teardown(() => client.end())

interface Statement {
  text: string
  values: unknown[]
}

/** Statements that were sent through it. */
function recorded(): { db: Queryable; statements: Statement[] } {
  const statements: Statement[] = []
  const recording = Object.create(client, {
    query: {
      value: (config: { text: string }, values: unknown[]) => {
        statements.push({ text: config.text, values })
        return client.query(config as pg.QueryConfig, values)
      },
    },
  }) as pg.Client
  return {
    db: Object.assign(drizzle({ client: recording, casing: 'snake_case' }), {
      isDistributed: false,
    }) as never,
    statements,
  }
}

interface Step {
  [measure: string]: unknown
  'Actual Rows': number
  'Actual Loops': number
  'Relation Name'?: string
  Plans?: Step[]
}

/** Rows that the steps of the plan read from tables, and those that a condition or a join left out. */
function rowsLookedAt(step: Step): number {
  const leftOut = Object.entries(step).flatMap(([name, value]) =>
    name.startsWith('Rows Removed') ? [Number(value)] : [],
  )
  const read = step['Relation Name'] ? step['Actual Rows'] : 0
  const own = [read, ...leftOut].reduce((sum, rows) => sum + rows * step['Actual Loops'], 0)
  return (step.Plans ?? []).reduce((sum, inner) => sum + rowsLookedAt(inner), own)
}

/** Adds copies of the partner's only row, each with an id, external id, e-mail address and name of its own. */
async function addCopies(table: string, { of, count }: { of: string; count: number }) {
  const { rows: columns } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  const values: Record<string, string> = {
    partner_id: of,
    id: 'uuidv7()',
    external_id: `'S-' || i`,
    is_candidate: 'false',
    name: `'Person ' || i`,
    profile: `profile || jsonb_build_object('email', 's' || i || '@students.example', 'name', 'Person ' || i)`,
    contact: `coalesce(contact, '{}') || jsonb_build_object('email', 's' || i || '@students.example')`,
  }
  const names = columns.map(({ column_name: name }) => name)
  await client.query(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
     select ${names.map((name) => values[name] ?? `"${name}"`).join(', ')}
     from (select * from ${table} where partner_id = '${idToUuid(partnerId)}' limit 1) one, generate_series(1, ${count}) i`,
  )
}

const numbers = Array.from({ length: WANTED }, (_, nth) => nth + 1)
const emails = numbers.map((number) => `s${number}@students.example`)
const names = numbers.map((number) => `PERSON  ${number}`.replace('  ', ' '))
const likeness = { emails, forms: numbers.map((number) => `s${number}`) }

const searches: {
  name: string
  table: string
  find(db: Queryable): Promise<readonly unknown[]>
  each: number
}[] = [
  {
    name: 'students who look alike',
    table: 'candidates',
    find: (db) => createCandidatesRepository(db).findLike(partnerId, likeness),
    each: 1,
  },
  {
    name: 'students by name or e-mail address',
    table: 'candidates',
    find: (db) => createCandidatesRepository(db).called(partnerId, [...names, ...emails]),
    each: 2,
  },
  {
    name: 'helpers who look alike',
    table: 'helpers',
    find: (db) => createHelpersRepository(db).findLike(partnerId, likeness),
    each: 1,
  },
  {
    name: 'helpers by name',
    table: 'helpers',
    find: (db) => createHelpersRepository(db).findByNames(partnerId, names),
    each: 1,
  },
  {
    name: 'organizations who look alike',
    table: 'organizations',
    find: (db) => createOrganizationsRepository(db).findLike(partnerId, likeness),
    each: 1,
  },
  {
    name: 'organizations by name',
    table: 'organizations',
    find: (db) => createOrganizationsRepository(db).findByNames(partnerId, names),
    each: 1,
  },
]

/** Each brings the statistics of a table into a state before the rows are written. */
const statistics: Record<string, (table: string) => Promise<unknown>> = {
  absent: async (table) => {
    await client.query(
      `delete from pg_statistic where starelid = $1::regclass or starelid in (select indexrelid from pg_index where indrelid = $1::regclass)`,
      [table],
    )
    await client.query('update pg_class set reltuples = -1, relpages = 0 where oid = $1::regclass', [table])
  },
  'from when the partner had one row': (table) => client.query(`analyze ${table}`),
  'from when many partners had a row each': async (table) => {
    await addCopies(table, { of: 'gen_random_uuid()', count: 3000 })
    await client.query(`analyze ${table}`)
  },
}

for (const { name, table, find, each } of searches)
  for (const [state, prepare] of Object.entries(statistics))
    t.test(
      `a search for ${WANTED} ${name} reads each row at most a few times with statistics ${state}`,
      async (t) => {
        await client.query('begin')
        t.teardown(() => client.query('rollback'))
        // Partners that exist in statistics only need no rows in other tables.
        await client.query('set local session_replication_role = replica')
        await prepare(table)
        await addCopies(table, { of: `'${idToUuid(partnerId)}'`, count: ROWS })
        const { db, statements } = recorded()
        const found = await find(db)
        t.equal(found.length, WANTED * each)
        let lookedAt = 0
        for (const { text, values } of statements) {
          const { rows } = await client.query(`explain (analyze, format json) ${text}`, values)
          lookedAt += rowsLookedAt(rows[0]['QUERY PLAN'][0].Plan)
        }
        t.ok(lookedAt >= WANTED, 'the plan is read')
        t.ok(lookedAt <= 4 * ROWS, `${lookedAt} rows were looked at`)
      },
    )
