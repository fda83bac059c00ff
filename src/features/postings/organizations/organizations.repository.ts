import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { type OrganizationRow, organizations } from './organizations.table.ts'

export const createOrganizationsRepository = (db: Queryable) =>
  createPostingRepository<OrganizationRow>(db, organizations)
