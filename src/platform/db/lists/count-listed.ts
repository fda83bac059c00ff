import type { SQL } from 'drizzle-orm'
import { countUpTo } from '../count-up-to.ts'
import type { Queryable } from '../database.ts'
import { estimateRows } from './estimate-rows.ts'

/**
 * Number of rows that a list finds. If it is not exact, it is the maximum that is counted, or an estimate.
 */
export interface Counted {
  value: number
  isExact: boolean
}

/**
 * Words in more rows than this are estimated, because an index must find all of them before the first is
 * counted.
 */
const MOST_SEARCHED = 20_000

/** Counts rows up to `most`. Rows with frequent words are estimated. */
export async function countListed(
  db: Queryable,
  query: SQL,
  { most, isSearch }: { most: number; isSearch: boolean },
): Promise<Counted> {
  // Citus has no estimate.
  if (isSearch && !db.isDistributed) {
    const estimated = Number((await estimateRows(db, query)).toPrecision(2))
    if (estimated > MOST_SEARCHED) return { value: estimated, isExact: false }
  }
  const counted = await countUpTo(db, query, most + 1)
  return { value: Math.min(counted, most), isExact: counted <= most }
}
