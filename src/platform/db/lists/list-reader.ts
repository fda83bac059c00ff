import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PartnerId } from '../../../shared/ids.ts'
import { countUpTo } from '../count-up-to.ts'
import type { Queryable } from '../database.ts'
import type { List, ListedRow } from './list.ts'
import { type ListAsked, listClauses, listWhere } from './list-clauses.ts'

/** Reads and counts what a list finds among one partner's rows. */
export interface ListReader<R> {
  list(partnerId: PartnerId, asked: ListAsked): Promise<R[]>
  /** Counts up to `most`. */
  count(partnerId: PartnerId, asked: Pick<ListAsked, 'filters' | 'q'>, most: number): Promise<number>
}

/** A reader of a list whose rows each belong to the partner in `tenant`. */
export function createListReader<R extends ListedRow>(
  db: Queryable,
  list: List<R>,
  tenant: PgColumn,
): ListReader<R> {
  const { table } = list
  const ofPartner = (partnerId: PartnerId, where: SQL | undefined) => and(eq(tenant, partnerId), where)
  return {
    async list(partnerId, asked) {
      const { where, orderBy } = listClauses(list, partnerId, asked)
      const query = db.select().from(table).where(ofPartner(partnerId, where))
      // Drizzle can't infer a row through a generic table: R is the table's own row type.
      return (await query.orderBy(...orderBy).limit(asked.limit)) as unknown as R[]
    },
    count: (partnerId, asked, most) =>
      countUpTo(
        db,
        sql`select from ${table} where ${ofPartner(partnerId, listWhere(list, partnerId, asked))}`,
        most,
      ),
  }
}
