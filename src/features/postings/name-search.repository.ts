import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, isId, type PartnerId } from '../../shared/ids.ts'

type NamedTable = PgTable & Record<'partnerId' | 'id' | 'externalId' | 'name', AnyPgColumn>

/** A record that a text stands for. */
export interface CalledRecord {
  id: Id<IdPrefix>
  externalId: string | null
  name: string
}

export interface NameSearch {
  /** Records by their id or external id. */
  findByKeys(partnerId: PartnerId, texts: readonly string[]): Promise<CalledRecord[]>
  /** Records by their name, in any case. */
  findByNames(partnerId: PartnerId, names: readonly string[]): Promise<CalledRecord[]>
}

/** More records of one name are not told apart. A name that a whole office shares must not make a batch read all of them. */
const MOST_OF_EACH = 5

/** Searches the records of a partner by what people write to name one. `only` limits them. */
export function createNameSearch(
  db: Queryable,
  table: NamedTable,
  { prefix, only = sql`true` }: { prefix: IdPrefix; only?: SQL },
): NameSearch {
  const find = async (partnerId: PartnerId, isWanted: SQL) => {
    const rows = await db
      .select({ id: table.id, externalId: table.externalId, name: table.name })
      .from(table)
      .where(and(eq(table.partnerId, partnerId), only, isWanted))
      .orderBy(asc(table.id))
    // The columns of all named tables are texts, which drizzle can't infer through a generic table.
    return rows as CalledRecord[]
  }
  return {
    findByKeys(partnerId, texts) {
      const ids = texts.filter((text) => isId(prefix, text)).map(idToUuid)
      const externalIds = sql.param([...texts])
      return find(
        partnerId,
        sql`(${table.id} = any(${sql.param(ids)}::uuid[]) or ${table.externalId} = any(${externalIds}::text[]))`,
      )
    },
    findByNames(partnerId, names) {
      const name = sql`lower(btrim(${table.name}))`
      const idsNamed = sql`
        select found.id from (
          select distinct lower(btrim(one)) as value from unnest(${sql.param([...names])}::text[]) one) wanted
        cross join lateral (
          select ${table.id} as id from ${table}
          where ${eq(table.partnerId, partnerId)} and ${only} and ${name} = wanted.value
          limit ${MOST_OF_EACH}) found`
      return find(partnerId, sql`${table.id} in (${idsNamed})`)
    },
  }
}
