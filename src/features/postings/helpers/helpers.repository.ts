import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { type HelperRow, helpers } from './helpers.table.ts'

export const createHelpersRepository = (db: Queryable) => createPostingRepository<HelperRow>(db, helpers)
