import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'

/** Limits the records per value, so that an address shared by a whole office does not return all of them. */
export const MOST_OF_EACH = 5

interface Asked {
  from: SQL
  where: SQL
  /** The expression that `wanted` is compared with. */
  value: SQL
  wanted: readonly string[]
  /** Limits the rows of each combination of these; `value` if left out. */
  each?: SQL
}

/**
 * Selects the first rows by `id` of each wanted value. `columns` must contain `id`. The values are one array, not rows to
 * join with, since statistics that are old or absent made the planner compare every value with every row. Here even the
 * worst plan reads each row once.
 */
export function fewOfEach(columns: SQL, { from, where, value, wanted, each = value }: Asked): SQL {
  return sql`
    select found.* from (
      select ${columns}, row_number() over (partition by ${each} order by id) as nth
      from ${from} where ${where} and ${value} = any(${sql.param([...new Set(wanted)])}::text[])) found
    where nth <= ${MOST_OF_EACH}`
}

/** Returns what an expression of the database makes of each text, in order. */
export async function foldInDatabase(
  db: Queryable,
  texts: readonly string[],
  fold: (text: SQL) => SQL,
): Promise<string[]> {
  if (texts.length === 0) return []
  const { rows } = await db.execute<{ folded: string }>(sql`
    select ${fold(sql`given.text`)} as folded
    from unnest(${sql.param([...texts])}::text[]) with ordinality given(text, nth) order by nth`)
  return rows.map(({ folded }) => folded)
}
