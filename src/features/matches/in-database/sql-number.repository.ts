import { type SQL, sql } from 'drizzle-orm'

/** Writes a number into the statement's text, so that the planner can use its value. */
export function number(value: number): SQL {
  return sql.raw(`${value}::float8`)
}

/** The same for a 32-bit integer. */
export function bits(value: number): SQL {
  return sql.raw(`(${value | 0})::int`)
}
