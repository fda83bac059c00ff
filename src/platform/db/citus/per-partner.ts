import { and, eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PartnerId } from '../../../shared/ids.ts'
import type { Queryable } from '../database.ts'

/**
 * Runs a statement that locks rows of any partner. On Citus such a statement may reach only one shard, so
 * this first finds the partners and runs the statement for each of them, in the order of their ids. Without
 * Citus it runs once. `work` gets the rest of `limit`.
 */
export async function perPartner<T>(
  db: Queryable,
  {
    partner,
    where,
    limit = Number.POSITIVE_INFINITY,
  }: { partner: PgColumn; where: SQL | undefined; limit?: number },
  work: (where: SQL | undefined, left: number) => Promise<T[]>,
): Promise<T[]> {
  if (!db.isDistributed) return work(where, limit)
  const found = await db.selectDistinct({ partner }).from(partner.table).where(where).orderBy(partner)
  const rows: T[] = []
  for (const { partner: id } of found) {
    if (rows.length >= limit) break
    rows.push(...(await work(and(eq(partner, id), where), limit - rows.length)))
  }
  return rows
}

/**
 * Writes rows of any partners with a statement that on Citus may reach only one shard. There `write` runs for
 * the rows of each partner, in the order of their ids, with a condition on the column `partner`. Without
 * Citus it runs once for all rows.
 */
export async function forEachPartner<R>(
  db: Queryable,
  { rows, of, partner }: { rows: readonly R[]; of: (row: R) => PartnerId; partner: PgColumn },
  write: (rows: readonly R[], where: SQL | undefined) => Promise<unknown>,
): Promise<void> {
  if (!db.isDistributed) {
    await write(rows, undefined)
    return
  }
  const byPartner = Map.groupBy(rows, of)
  for (const [id, theirs] of [...byPartner].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await write(theirs, eq(partner, id))
}
