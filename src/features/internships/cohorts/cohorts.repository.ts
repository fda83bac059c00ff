import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../../postings/index.ts'
import { type CohortRow, cohorts } from './cohorts.table.ts'

export const createCohortsRepository = (db: Queryable) => createPostingRepository<CohortRow>(db, cohorts)
