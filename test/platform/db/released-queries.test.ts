import { readFileSync } from 'node:fs'
import pg, { type PoolClient } from 'pg'
import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'

/*
 * While an upgrade runs, processes of the released version work on the schema of the new one. So what they send must
 * still be understood: a migration adds first, and what is not used any more goes with a later release.
 */
const released: string[] = JSON.parse(
  readFileSync(new URL('./released-queries.json', import.meta.url), 'utf8'),
)
// Only the owner may change the schema.
const { ownerConnectionString: connectionString } = await createTestDatabase(t)
const pool = new pg.Pool({ connectionString, max: 1 })
t.teardown(() => pool.end())

/** What the schema, with a change, does not take of the released queries. */
async function refusedAfter(change: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(change)
    for (const query of released.filter((text) => text.startsWith('create temp table')))
      await client.query(query)
    const demanded = await demandedColumns(client)
    const refused: string[] = []
    for (const statement of released.flatMap(statementsOf)) {
      const missing = insertsOf(statement).flatMap(({ table, columns }) =>
        (demanded.get(table) ?? []).filter((column) => !columns.includes(column)),
      )
      const error = missing.length > 0 ? `does not fill ${missing}` : await errorOf(client, statement)
      if (error !== null) refused.push(`${error}: ${statement}`)
    }
    return refused
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Statements that can be prepared. COPY can't be: the same columns are filled by an insert. */
function statementsOf(query: string): string[] {
  return query
    .split(/;\s*/)
    .filter((statement) => !/^(create|truncate|lock) /.test(statement))
    .map((statement) =>
      statement.replace(/^copy (\w+) \((.*)\) from stdin$/, 'insert into $1 ($2) select $2 from $1'),
    )
}

function insertsOf(statement: string): { table: string; columns: string[] }[] {
  return [...statement.matchAll(/\binsert into "?(\w+)"?(?: \(([^)]*)\))?/g)].map(
    ([, table = '', columns = '']) => ({
      table,
      columns: columns.split(/, ?/).map((column) => column.replaceAll('"', '')),
    }),
  )
}

/** Columns that an insert has to fill, by table. */
async function demandedColumns(client: PoolClient): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table_name: string; columns: string[] }>(`
    select table_name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' and is_nullable = 'NO' and column_default is null
      and is_identity = 'NO' and is_generated = 'NEVER'
    group by table_name`)
  return new Map(rows.map((row) => [row.table_name, row.columns]))
}

/** Preparing looks up tables, columns, functions and types, and runs nothing. */
async function errorOf(client: PoolClient, statement: string): Promise<string | null> {
  await client.query('savepoint before')
  try {
    await client.query(`prepare released as ${statement}`)
    await client.query('deallocate released')
    return null
  } catch (error) {
    return String(error)
  } finally {
    await client.query('rollback to before')
  }
}

t.test('the queries of the released version run on this schema', async (t) => {
  t.ok(released.length > 200)
  t.same(await refusedAfter('select 1'), [])
})

t.test('a migration that takes away or renames what the released version uses is noticed', async (t) => {
  for (const change of [
    'alter table needs drop column title',
    'alter table needs rename column title to name',
    'alter table sprints rename to exercises',
    'alter table sprints alter column version type text',
    'drop function event_snapshot() cascade',
  ])
    t.ok((await refusedAfter(change)).length > 0, change)
})

t.test(
  'a new column that the released version does not fill is noticed, unless it may be empty',
  async (t) => {
    t.match(await refusedAfter('alter table needs add column color text not null'), [/does not fill color/])
    t.same(await refusedAfter('alter table needs add column color text'), [])
    t.same(await refusedAfter(`alter table needs add column color text not null default 'red'`), [])
    t.same(await refusedAfter('create table colors (color text not null)'), [])
  },
)

t.test('the list holds texts alone: every value is a parameter', async (t) => {
  for (const text of released) t.notMatch(text, /@|test\.example|_0[0-9a-z]{25}/)
})
