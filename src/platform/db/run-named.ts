import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import type { Queryable } from './database.ts'

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * Runs a statement that each connection parses only once. For statements that run very often, since parsing takes longer than
 * running most of them. Under one name the text must always be the same; only values may differ.
 */
export function runNamed<R extends pg.QueryResultRow>(
  db: Queryable,
  name: string,
  statement: SQL,
): Promise<pg.QueryResult<R>> {
  const { sql: text, params: values } = dialect.sqlToQuery(statement)
  return db.$client.query<R>({ name, text, values })
}
