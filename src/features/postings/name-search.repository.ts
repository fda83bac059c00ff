import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, isId, type PartnerId } from '../../shared/ids.ts'

type NamedTable = PgTable & Record<'partnerId' | 'id' | 'externalId' | 'name', AnyPgColumn>

/** A record that a text refers to. */
export interface CalledRecord {
  id: Id<IdPrefix>
  externalId: string | null
  name: string
}

export interface NameSearch {
  /** Finds records by id or external id. */
  findByKeys(partnerId: PartnerId, texts: readonly string[]): Promise<CalledRecord[]>
  /** Finds records by name, ignoring case. */
  findByNames(partnerId: PartnerId, names: readonly string[]): Promise<CalledRecord[]>
}

/** Limits the records per name, so that a name shared by a whole office does not make a batch read all of them. */
const MOST_OF_EACH = 5

/** Searches a partner's records by id, external id or name. `only` is a further condition. */
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
