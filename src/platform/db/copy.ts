import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { from as copyFrom } from 'pg-copy-streams'
import type { Queryable } from './database.ts'

const CHUNK_CHARS = 64 * 1024

/** Inserts rows of a table with COPY. Must run in a transaction. Throws database errors. */
export async function insertAll(db: Queryable, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await copyRows(db, getTableName(table), table, rows)
}

/**
 * Inserts rows of a table, or replaces those with the same primary key, with COPY into a staging table of the
 * connection and one statement. Must run in a transaction; no key may occur twice.
 */
export async function upsertAll(db: Queryable, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const name = getTableName(table)
  const columns = columnsOf(table).map(({ name }) => `"${name}"`)
  const replaced = columns.map((column) => `${column} = excluded.${column}`)
  const staged = stagingTableOf(table)
  await db.execute(sql.raw(`create temp table if not exists ${staged} (like ${name}) on commit delete rows`))
  await copyRows(db, staged, table, rows)
  await db.execute(
    sql.raw(`
      insert into ${name} (${columns}) select ${columns} from ${staged}
      on conflict on constraint ${name}_pkey do update set ${replaced};
      truncate ${staged}`),
  )
}

/**
 * The name contains the columns: a pooler keeps a connection, with its staging tables, during an upgrade that
 * adds columns.
 */
function stagingTableOf(table: PgTable): string {
  const columns = columnsOf(table).map(({ name }) => name)
  const version = createHash('sha256').update(columns.join()).digest('hex').slice(0, 8)
  return `staged_${getTableName(table)}_${version}`
}

async function copyRows(db: Queryable, target: string, table: PgTable, rows: readonly object[]) {
  const { $client: client } = db
  if (!('release' in client)) throw new Error('COPY goes with a transaction')
  const columns = columnsOf(table)
  const names = columns.map(({ name }) => `"${name}"`)
  const stream = client.query(copyFrom(`copy ${target} (${names}) from stdin`))
  await pipeline(Readable.from(encoded(columns, rows)), stream)
}

export interface NamedColumn {
  key: string
  /** Name in the database. */
  name: string
  column: PgColumn
}

/** Returns the columns of a table with their names in code and in the database. */
export function columnsOf(table: PgTable): NamedColumn[] {
  return Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: toSnakeCase(column.name),
    column,
  }))
}

/** Encodes rows in the text format of COPY: https://www.postgresql.org/docs/current/sql-copy.html */
function* encoded(columns: NamedColumn[], rows: readonly object[]): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    const values: Record<string, unknown> = { ...row }
    let separator = ''
    for (const { key, column } of columns) {
      chunk += separator + encodedValue(column, values[key])
      separator = '\t'
    }
    chunk += '\n'
    if (chunk.length < CHUNK_CHARS) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function encodedValue(column: PgColumn, value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  const driverValue = column.mapToDriverValue(value)
  const text = Buffer.isBuffer(driverValue) ? `\\x${driverValue.toString('hex')}` : String(driverValue)
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, escaped) : text
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(character: string): string {
  return ESCAPES[character] ?? character
}
