import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { createLikeSearch } from '../like-search.repository.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { type OrganizationRow, organizations } from './organizations.table.ts'

export const createOrganizationsRepository = (db: Queryable) => ({
  ...createPostingRepository<OrganizationRow>(db, organizations),
  ...createLikeSearch(db, organizations, { email: sql`lower(${organizations.contact} ->> 'email')` }),
})
