import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import t from 'tap'
import { statementsOf } from '../../../src/platform/db/citus/one-by-one.ts'
import { readPlacement } from '../../../src/platform/db/citus/read-placement.ts'
import { violatedConstraint } from '../../../src/platform/db/index.ts'
import { runHere } from '../../support/command.ts'
import { createTestDatabase } from '../../support/database.ts'

const { ownerConnectionString, connectionString } = await createTestDatabase(t)
const client = new pg.Client({ connectionString: ownerConnectionString })
await client.connect()
t.teardown(() => client.end())
const { distributed, everyNode, coordinator } = await readPlacement(client)

t.test('each table has one place, and those of a tenant are distributed', async (t) => {
  t.same(everyNode, ['partners'])
  for (const table of ['needs', 'offers', 'helpers', 'organizations', 'candidates', 'idempotency_keys'])
    t.ok(distributed.includes(table), table)
  for (const table of ['events', 'event_clock', 'introductions', 'engagements', 'ring_holds', 'imports'])
    t.ok(coordinator.includes(table), table)
  const all = [...distributed, ...everyNode, ...coordinator]
  t.equal(new Set(all).size, all.length)
})

t.test('no foreign key leads from one place to another, but to what every node has', async (t) => {
  const { rows } = await client.query<{ source: string; target: string }>(`
    select conrelid::regclass::text as source, confrelid::regclass::text as target from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`)
  t.ok(rows.length > 60)
  const placeOf = (table: string) => (distributed.includes(table) ? 'shards' : 'coordinator')
  const across = rows.filter(
    ({ source, target }) => !everyNode.includes(target) && placeOf(source) !== placeOf(target),
  )
  t.same(across, [])
})

t.test('every unique index of a distributed table holds the partner', async (t) => {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and c.relname = any($1) and not exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner_id' and a.attnum = any(i.indkey))`,
    [distributed],
  )
  t.same(rows, [])
})

t.test('a database without Citus is left as it is, and the command says what is missing', async (t) => {
  const env = { DATABASE_URL: connectionString, DATABASE_OWNER_URL: ownerConnectionString }
  const { code, stderr } = await runHere(['distribute', '--dry-run'], env)
  t.equal(code, 1)
  t.match(stderr, /no extension citus/)
})

t.test(
  'a migration brings a new table of the shards there before it adds foreign keys to others',
  async (t) => {
    const folder = new URL('../../../migrations/', import.meta.url)
    const later = readdirSync(folder).filter((name) => name > '0108')
    for (const name of later) {
      const statements = statementsOf(readFileSync(new URL(name, folder), 'utf8'))
      for (const statement of statements) {
        const table = statement.match(/^create table (\w+)/)?.[1]
        if (!table || !distributed.includes(table)) continue
        t.notMatch(statement.replaceAll('references partners', ''), /references/, `${name}: ${table}`)
        t.ok(statements.includes(`select distribute_by_partner('${table}')`), `${name}: ${table}`)
      }
    }
    t.same(await client.query(`select distribute_by_partner('needs')`).then(({ rowCount }) => rowCount), 1)
  },
)

t.test('a script is cut where its statements end, and nowhere else', async (t) => {
  t.same(
    statementsOf(`-- a; b
      select 'it''s; one', "a;b" /* c; */ from t; ;
      create function f() returns text language sql as $$ select '; --'; $$;
      create function g() returns text language sql as $x$ select $$;$$ $x$;
      select 1 - 2 / 3 -- the end`),
    [
      `select 'it''s; one', "a;b"  from t`,
      `create function f() returns text language sql as $$ select '; --'; $$`,
      'create function g() returns text language sql as $x$ select $$;$$ $x$',
      'select 1 - 2 / 3',
    ],
  )
})

t.test('a constraint that a worker names is known by its own name', async (t) => {
  const failed = (message: string, constraint?: string) =>
    Object.assign(new pg.DatabaseError(message, 0, 'error'), { code: '23505', constraint })
  const message = 'duplicate key value violates unique constraint "organizations_by_helper_102100"'
  t.equal(violatedConstraint(failed(message)), 'organizations_by_helper')
  t.equal(
    violatedConstraint(new Error('Failed query', { cause: failed(message) })),
    'organizations_by_helper',
  )
  t.equal(violatedConstraint(failed(message, 'needs_pkey')), 'needs_pkey')
  t.equal(violatedConstraint(failed('duplicate key')), null)
})
