import { and, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { helpers } from './helpers/helpers.table.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'
import { organizations } from './organizations/organizations.table.ts'

type NamedTable = PgTable & Record<'partnerId' | 'id' | 'externalId', AnyPgColumn>

export interface NamedRow {
  id: string
  externalId: string | null
  name: string
}

/** Reads the names and titles of a partner's own postings. */
export function createNamesRepository(db: Queryable) {
  const read =
    (table: NamedTable, name: AnyPgColumn) =>
    async (partnerId: PartnerId, ids: readonly Id<IdPrefix>[]): Promise<NamedRow[]> => {
      const rows = await db
        .select({ id: table.id, externalId: table.externalId, name })
        .from(table)
        .where(
          and(
            eq(table.partnerId, partnerId),
            sql`${table.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`,
          ),
        )
      // The columns of all four tables are texts, which drizzle can't infer through a generic table.
      return rows as NamedRow[]
    }
  return {
    organizations: read(organizations, organizations.name),
    helpers: read(helpers, helpers.name),
    needs: read(needs, needs.title),
    offers: read(offers, offers.title),
  }
}
