import { createPostedList } from '../../postings/index.ts'
import { type ProgramRow, programs } from './programs.table.ts'

export const programList = createPostedList<ProgramRow>(programs)
