import { type SQL, sql } from 'drizzle-orm'

/** A number as a part of a statement's text: the planner computes with it. */
export function number(value: number): SQL {
  return sql.raw(`${value}::float8`)
}

/** The same of 32 bits. */
export function bits(value: number): SQL {
  return sql.raw(`(${value | 0})::int`)
}
