import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { needList } from './needs.list.ts'
import type { NeedRow } from './needs.table.ts'

export const createNeedsRepository = (db: Queryable) => createPostingRepository<NeedRow>(db, needList)
