import { eq, getTableName, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { PartnerId } from '../../shared/ids.ts'
import type { Queryable } from './database.ts'

/** How to find the rows of a partner in a table. */
export interface PartnerRows {
  table: PgTable
  of(partnerId: PartnerId): SQL
}

/** Returns the rows of a table in which this column is the partner. */
export function rowsOf(partnerColumn: PgColumn): PartnerRows {
  return { table: partnerColumn.table, of: (partnerId) => eq(partnerColumn, partnerId) }
}

/**
 * Returns the rows of a table that reference a row of the partner in another table, such as hours of an
 * engagement.
 */
export function rowsThrough(reference: PgColumn, to: { id: PgColumn; partner: PgColumn }): PartnerRows {
  return {
    table: reference.table,
    of: (partnerId) =>
      inArray(reference, sql`(select ${to.id} from ${to.id.table} where ${eq(to.partner, partnerId)})`),
  }
}

/**
 * Deletes the rows of a partner with one statement, so that foreign keys between these tables allow any
 * order.
 */
export async function deleteRows(
  db: Queryable,
  rows: readonly PartnerRows[],
  partnerId: PartnerId,
): Promise<void> {
  const deletions = rows.map(
    ({ table, of }) =>
      sql`${sql.identifier(`${getTableName(table)}_deleted`)} as (delete from ${table} where ${of(partnerId)})`,
  )
  await db.execute(sql`with ${sql.join(deletions, sql`, `)} select`)
}
