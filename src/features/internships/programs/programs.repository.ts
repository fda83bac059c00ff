import { createPostingRepository } from '../../postings/index.ts'
import { type ProgramRow, programs } from './programs.table.ts'

export const programsRepository = createPostingRepository<ProgramRow>(programs)
