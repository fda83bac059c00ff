import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { createLikeSearch } from '../like-search.repository.ts'
import { createNameSearch } from '../name-search.repository.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { helperList } from './helpers.list.ts'
import { type HelperRow, helpers } from './helpers.table.ts'

export const createHelpersRepository = (db: Queryable) => ({
  ...createPostingRepository<HelperRow>(db, helperList),
  ...createNameSearch(db, helpers, { prefix: 'helper', only: sql`not ${helpers.isCandidate}` }),
  // Other helpers follow their candidate.
  ...createLikeSearch(db, helpers, {
    email: sql`lower(${helpers.contact} ->> 'email')`,
    only: sql`not ${helpers.isCandidate}`,
  }),
})
