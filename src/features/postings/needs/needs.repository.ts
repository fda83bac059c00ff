import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { type NeedRow, needs } from './needs.table.ts'

export const createNeedsRepository = (db: Queryable) => createPostingRepository<NeedRow>(db, needs)
