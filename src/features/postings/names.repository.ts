import { getTableName } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { helpers } from './helpers/helpers.table.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'
import { organizations } from './organizations/organizations.table.ts'

type NamedTable = PgTable & Record<'id', AnyPgColumn>

export interface NamedRow {
  id: string
  externalId: string | null
  name: string
}

/** Reads the names and titles of a partner's own postings. */
export function createNamesRepository(db: Queryable) {
  // Named statements, planned once per connection, because most pages with own postings run two of them.
  const read = (table: NamedTable, name: 'name' | 'title') => {
    const tableName = getTableName(table)
    return async (partnerId: PartnerId, ids: readonly Id<IdPrefix>[]): Promise<NamedRow[]> => {
      const { rows } = await db.$client.query<{ id: string; external_id: string | null; name: string }>({
        name: `names_of_${tableName}`,
        text: `select id, external_id, ${name} as name from "${tableName}" where partner_id = $1 and id = any($2::uuid[])`,
        values: [idToUuid(partnerId), ids.map(idToUuid)],
      })
      return rows.map((row) => ({
        // The id of any of the four tables.
        id: String(table.id.mapFromDriverValue(row.id)),
        externalId: row.external_id,
        name: row.name,
      }))
    }
  }
  return {
    organizations: read(organizations, 'name'),
    helpers: read(helpers, 'name'),
    needs: read(needs, 'title'),
    offers: read(offers, 'title'),
  }
}
