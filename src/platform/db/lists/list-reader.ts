import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PartnerId } from '../../../shared/ids.ts'
import type { Queryable } from '../database.ts'
import { type Counted, countListed } from './count-listed.ts'
import type { List, ListedRow } from './list.ts'
import { type ListAsked, listParts } from './list-clauses.ts'
import { findsFew, readList } from './read-list.ts'

/** Reads and counts the rows of a list within one partner. */
export interface ListReader<R> {
  list(partnerId: PartnerId, asked: ListAsked): Promise<R[]>
  /** Counts up to `most`. */
  count(partnerId: PartnerId, asked: Pick<ListAsked, 'filters' | 'q'>, most: number): Promise<Counted>
}

/** Creates a reader for a list whose rows each belong to the partner in `tenant`. */
export function createListReader<R extends ListedRow>(
  db: Queryable,
  list: List<R>,
  tenant: PgColumn,
): ListReader<R> {
  return {
    list: (partnerId, asked) =>
      readList(db, list, partnerId, { asked, among: { own: eq(tenant, partnerId) } }),
    async count(partnerId, { filters, q }, most) {
      // The count covers the whole list, wherever the page begins.
      const asked = { ...(filters && { filters }), q, limit: most }
      const { found, along, byFilters, sifted, isFoundByWords } = listParts(list, partnerId, asked)
      const own = and(eq(tenant, partnerId), along)
      const count = (where: SQL | undefined, isSearch: boolean) =>
        countListed(db, sql`select 1 from ${list.table} where ${where}`, { most, isSearch })
      if (sifted && (await findsFew(db, list, and(own, byFilters)))) return count(and(own, sifted), false)
      return count(and(isFoundByWords && !db.isDistributed ? along : own, found), q !== undefined)
    },
  }
}
