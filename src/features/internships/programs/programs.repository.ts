import type { Queryable } from '../../../platform/db/index.ts'
import { createNameSearch, createPostingRepository } from '../../postings/index.ts'
import { type ProgramRow, programs } from './programs.table.ts'

export const createProgramsRepository = (db: Queryable) => ({
  ...createPostingRepository<ProgramRow>(db, programs),
  ...createNameSearch(db, programs, { prefix: 'program' }),
})
