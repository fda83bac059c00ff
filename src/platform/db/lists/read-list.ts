import { and, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PartnerId } from '../../../shared/ids.ts'
import { countUpTo } from '../count-up-to.ts'
import type { Queryable } from '../database.ts'
import { estimateRows } from './estimate-rows.ts'
import type { List, ListedRow, ListedTable } from './list.ts'
import { type ListAsked, type ListParts, listParts } from './list-clauses.ts'

/** Number of rows of an order that are sampled to see how many of them match filters and words. */
const SAMPLE_ROWS = 256
/**
 * Maximum number of rows to walk. Searching words takes longer than checking a row, and rows in orders such
 * as the title are scattered over the table.
 */
const MOST_WALKED = { byWords: 3000, byFilters: 8000 }

/** If filters match more than this share of a list, it is walked along its order to the end. */
const MOST_SHARE = 0.75

/** Which rows of the table the list contains. */
export interface ListedAmong {
  /** Condition with which the index of each order begins. */
  own: SQL
  /** Further condition of every row. */
  also?: SQL | undefined
  /** Condition for rows found by words. Undefined if the words name the partner as `own` does. */
  ofWords?: SQL | undefined
}

/**
 * Reads the first rows of a list. Postgres estimates badly how many rows words and filters match together,
 * and a wrong plan takes seconds at a million rows. So this first walks along the order over a bounded number
 * of rows. If that finds too few, the matches are rare or begin later. Rare matches are found by their own
 * index and then sorted.
 */
export async function readList<R extends ListedRow>(
  db: Queryable,
  list: List<R>,
  partnerId: PartnerId,
  { asked, among }: { asked: ListAsked; among: ListedAmong },
): Promise<R[]> {
  const parts = listParts(list, partnerId, asked)
  const all = { own: and(among.own, parts.along), found: and(parts.found, among.also) }
  if (parts.isServed)
    return readPlain<R>(db, list, asked, { where: and(all.own, all.found), orderBy: parts.orderBy })
  const walk = (rows: number) => walkAlong<R>(db, list, { parts, ...all, limit: asked.limit, rows })
  const sample = await walk(SAMPLE_ROWS)
  if (sample.isWhole) return sample.rows
  const mostWalked = asked.q === undefined ? MOST_WALKED.byFilters : MOST_WALKED.byWords
  const isFrequent = asked.limit * SAMPLE_ROWS * 2 <= sample.rows.length * mostWalked
  const further = isFrequent ? await walk(mostWalked) : sample
  if (further.isWhole) return further.rows
  if (asked.q === undefined && (await isMostOf(db, list, all)))
    return readPlain<R>(db, list, asked, { where: and(all.own, all.found), orderBy: parts.orderBy })
  if (parts.sifted && (await findsFew(db, list, and(all.own, parts.byFilters))))
    return readPlain<R>(db, list, asked, {
      where: and(all.own, parts.sifted, among.also),
      orderBy: parts.orderOfFew,
    })
  // Otherwise Postgres would also read all of the partner's rows in another index. Citus must know the
  // partner to find the shard.
  const own = parts.isFoundByWords && !db.isDistributed ? and(parts.along, among.ofWords) : all.own
  return readPlain<R>(db, list, asked, { where: and(own, all.found), orderBy: parts.orderOfFew })
}

/**
 * Searching the words in this many rows takes less time than an index that returns all rows with a frequent
 * word.
 */
const MOST_SIFTED = 3000

/** Returns whether filters match so few rows that searching the words in them is faster. */
export async function findsFew<R extends ListedRow>(
  db: Queryable,
  { table }: List<R>,
  where: SQL | undefined,
): Promise<boolean> {
  return (await countUpTo(db, sql`select 1 from ${table} where ${where}`, MOST_SIFTED)) < MOST_SIFTED
}

/**
 * True if filters match most rows, only none at the start of the order: skipping those is cheaper than
 * sorting all others.
 */
async function isMostOf<R extends ListedRow>(
  db: Queryable,
  { table }: List<R>,
  { own, found }: { own: SQL | undefined; found: SQL | undefined },
): Promise<boolean> {
  // Citus has no estimate.
  if (db.isDistributed) return false
  const rowsOf = (where: SQL | undefined) =>
    estimateRows(db, sql`select 1 from ${table} where ${where ?? sql`true`}`)
  return (await rowsOf(and(own, found))) > MOST_SHARE * (await rowsOf(own))
}

async function readPlain<R extends ListedRow>(
  db: Queryable,
  { table }: List<R>,
  { limit }: ListAsked,
  { where, orderBy }: { where: SQL | undefined; orderBy: SQL[] },
): Promise<R[]> {
  const query = db.select().from(table).where(where)
  // Drizzle can't infer a row through a generic table: R is the table's own row type.
  return (await query.orderBy(...orderBy).limit(limit)) as unknown as R[]
}

interface Walk {
  parts: ListParts
  own: SQL | undefined
  found: SQL | undefined
  limit: number
  rows: number
}

/**
 * Returns the rows that match among the first rows of an order. They are complete if they fill the page, or
 * if the order ends before.
 */
async function walkAlong<R extends ListedRow>(
  db: Queryable,
  { table }: List<R>,
  { parts, own, found, limit, rows }: Walk,
): Promise<{ rows: R[]; isWhole: boolean }> {
  const walked = sql`(select *, row_number() over () as walked from (
    select * from ${table} where ${own} order by ${sql.join(parts.orderBy, sql`, `)} limit ${rows}) as along) as ${table}`
  const isLast = sql<boolean>`walked = ${rows}::int`
  const isFound = sql<boolean>`(${and(parts.mayHold, found) ?? sql`true`})`
  const seen = await db
    // The last row is always returned, whether it matches or not: it shows that the order goes on.
    .select({ row: columnsOf(table), isLast, isFound: sql<boolean>`not (${isLast}) or ${isFound}` })
    .from(walked)
    .where(sql`${isLast} or ${isFound}`)
    .limit(limit)
  // Drizzle can't infer a row through a generic table: R is the table's own row type.
  const read = seen.filter((one) => one.isFound).map(({ row }) => row as unknown as R)
  return { rows: read, isWhole: read.length === limit || !seen.some((one) => one.isLast) }
}

/** Drizzle only reads a column from its own table; this reads it from a subquery with the same name. */
function columnsOf(table: ListedTable): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table))
  return Object.fromEntries(columns.map(([name, column]) => [name, sql`${column}`.mapWith(column)]))
}
