import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../../postings/index.ts'
import { cohortList } from './cohorts.list.ts'
import type { CohortRow } from './cohorts.table.ts'

export const createCohortsRepository = (db: Queryable) => createPostingRepository<CohortRow>(db, cohortList)
