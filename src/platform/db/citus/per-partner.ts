import { and, eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../database.ts'

/**
 * Runs a statement that locks rows of any partner. On Citus such a statement may reach one shard only, so the partners are found
 * first, and it runs for each of them in the order of their ids. Elsewhere it runs once. `work` gets what is left of `limit`.
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
