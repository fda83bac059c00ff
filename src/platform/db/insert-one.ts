import { getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { columnsOf } from './copy.ts'
import type { Queryable } from './database.ts'

interface Statement {
  /** Name of the prepared statement, which each connection plans once. */
  name: string
  text: string
}

/** Statements by table, columns and target. There are only a few per process. */
const statements = new Map<string, Statement>()

/**
 * Inserts a row and returns true, or returns false if another row has the same values in the columns of
 * `target`. Missing columns get their defaults. Building and planning so long a statement takes longer than
 * running it, so each connection does that once.
 */
export async function insertUnlessTaken(
  db: Queryable,
  table: PgTable,
  row: object,
  target: readonly PgColumn[],
): Promise<boolean> {
  const given: Record<string, unknown> = { ...row }
  const columns = columnsOf(table).filter(({ key }) => given[key] !== undefined)
  const names = columns.map(({ name }) => name)
  const statement = statementFor(
    getTableName(table),
    names,
    target.map(({ name }) => toSnakeCase(name)),
  )
  const values = columns.map(({ key, column }) =>
    given[key] === null ? null : column.mapToDriverValue(given[key]),
  )
  const { rowCount } = await db.$client.query({ ...statement, values })
  return rowCount === 1
}

function statementFor(table: string, columns: readonly string[], target: readonly string[]): Statement {
  const key = [table, ...columns, 'on', ...target].join(' ')
  const known = statements.get(key)
  if (known) return known
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
  const statement = {
    name: `insert_${table}_${statements.size}`,
    text: `insert into "${table}" (${quoted(columns)}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})
      on conflict (${quoted(target)}) do nothing`,
  }
  statements.set(key, statement)
  return statement
}
