import type { Queryable } from '../../../platform/db/index.ts'
import { createNameSearch, createPostingRepository } from '../../postings/index.ts'
import { programList } from './programs.list.ts'
import { type ProgramRow, programs } from './programs.table.ts'

export const createProgramsRepository = (db: Queryable) => ({
  ...createPostingRepository<ProgramRow>(db, programList),
  ...createNameSearch(db, programs, { prefix: 'program' }),
})
