import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, isId, type PartnerId } from '../../shared/ids.ts'
import { fewOfEach, foldInDatabase } from './few-of-each.repository.ts'

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
    async findByNames(partnerId, names) {
      const fold = (name: SQL) => sql`lower(btrim(${name}))`
      const found = fewOfEach(
        sql`${table.id} as id, ${table.externalId} as external_id, ${table.name} as name`,
        {
          from: sql`${table}`,
          where: sql`${eq(table.partnerId, partnerId)} and ${only}`,
          value: fold(sql`${table.name}`),
          wanted: await foldInDatabase(db, names, fold),
        },
      )
      const rows = await db
        .select({
          id: sql`found.id`.mapWith(table.id),
          externalId: sql<string | null>`found.external_id`,
          name: sql<string>`found.name`,
        })
        .from(sql`(${found}) found`)
        .orderBy(sql`found.id`)
      // See `find`.
      return rows as CalledRecord[]
    },
  }
}
