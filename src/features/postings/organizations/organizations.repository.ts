import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type Id, type IdPrefix, isId, type PartnerId } from '../../../shared/ids.ts'
import { createLikeSearch } from '../like-search.repository.ts'
import { createNameSearch } from '../name-search.repository.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { organizationList } from './organizations.list.ts'
import { type OrganizationRow, organizations } from './organizations.table.ts'

export const createOrganizationsRepository = (db: Queryable) => ({
  ...createPostingRepository<OrganizationRow>(db, organizationList),
  ...createLikeSearch(db, organizations, { email: sql`lower(${organizations.contact} ->> 'email')` }),

  ...createNameSearch(db, organizations, { prefix: 'org' }),

  /** Returns those of these organizations that have a location. */
  async idsWithLocation(partnerId: PartnerId, ids: readonly Id<IdPrefix>[]): Promise<string[]> {
    const organizationIds = ids.filter((id) => isId('org', id))
    if (organizationIds.length === 0) return []
    const rows = await db
      .select({ id: organizations.id })
      .from(organizations)
      .where(
        and(
          eq(organizations.partnerId, partnerId),
          inArray(organizations.id, organizationIds),
          isNotNull(organizations.location),
        ),
      )
    return rows.map(({ id }) => id)
  },
})
