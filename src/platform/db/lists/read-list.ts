import { and, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PartnerId } from '../../../shared/ids.ts'
import { countUpTo } from '../count-up-to.ts'
import type { Queryable } from '../database.ts'
import { estimateRows } from './estimate-rows.ts'
import type { List, ListedRow, ListedTable } from './list.ts'
import { type ListAsked, type ListParts, listParts } from './list-clauses.ts'

/** So many rows of an order tell how many of them the filters and words find. */
const SAMPLE_ROWS = 256
/** Looking for words takes longer than looking at a row, and orders such as the title lie all over the table. */
const MOST_WALKED = { byWords: 3000, byFilters: 8000 }

/** Filters that find so much of a list are walked along its order to their end. */
const MOST_SHARE = 0.75

/** Which rows of the table a list is of. */
export interface ListedAmong {
  /** An index of each order begins with it. */
  own: SQL
  /** What else a row must meet. */
  also?: SQL | undefined
  /** What rows that words have found must meet. Left out if the words name the partner as `own` does. */
  ofWords?: SQL | undefined
}

/**
 * Reads the first rows of a list. Postgres guesses badly how many rows words and filters find together, and a wrong plan takes
 * seconds at a million rows. So this walks along the order first, over a bounded number of rows. If that finds too few, what is
 * asked for is rare, or begins further on. What is rare is found by its own index, and put in order.
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
  // Postgres would read all of the partner's rows in another index besides. Citus must find the partner's part.
  const own = parts.isFoundByWords && !db.isDistributed ? and(parts.along, among.ofWords) : all.own
  return readPlain<R>(db, list, asked, { where: and(own, all.found), orderBy: parts.orderOfFew })
}

/** So few rows are looked through for words in less time than an index takes to name all rows with a frequent word. */
const MOST_SIFTED = 3000

/** Whether filters find so few rows that it is quicker to look for words in them. */
export async function findsFew<R extends ListedRow>(
  db: Queryable,
  { table }: List<R>,
  where: SQL | undefined,
): Promise<boolean> {
  return (await countUpTo(db, sql`select from ${table} where ${where}`, MOST_SIFTED)) < MOST_SIFTED
}

/** Filters that find most rows, only none where the order begins: walking past those few is less than ordering all others. */
async function isMostOf<R extends ListedRow>(
  db: Queryable,
  { table }: List<R>,
  { own, found }: { own: SQL | undefined; found: SQL | undefined },
): Promise<boolean> {
  // Citus has no estimate of its own.
  if (db.isDistributed) return false
  const rowsOf = (where: SQL | undefined) =>
    estimateRows(db, sql`select from ${table} where ${where ?? sql`true`}`)
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

/** The rows found among so many of an order. They are whole if they fill the page, or if the order ends before. */
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
    // The last row comes whether it is found or not: it tells that the order goes on.
    .select({ row: columnsOf(table), isLast, isFound: sql<boolean>`not (${isLast}) or ${isFound}` })
    .from(walked)
    .where(sql`${isLast} or ${isFound}`)
    .limit(limit)
  // Drizzle can't infer a row through a generic table: R is the table's own row type.
  const read = seen.filter((one) => one.isFound).map(({ row }) => row as unknown as R)
  return { rows: read, isWhole: read.length === limit || !seen.some((one) => one.isLast) }
}

/** Drizzle lets a column be read from its own table only, and this is a part of it under its name. */
function columnsOf(table: ListedTable): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table))
  return Object.fromEntries(columns.map(([name, column]) => [name, sql`${column}`.mapWith(column)]))
}
