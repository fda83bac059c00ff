import type { Router } from '../../../platform/http/index.ts'
import { type Posting, registerPostingRoutes } from '../../postings/index.ts'
import { programList } from './programs.list.ts'
import { showProgram } from './programs.posting.ts'
import { type ProgramInput, program, programInput } from './programs.schemas.ts'
import type { ProgramRow } from './programs.table.ts'

export function registerProgramsRoutes(router: Router, posting: Posting<ProgramRow, ProgramInput>): void {
  registerPostingRoutes(router, {
    posting,
    name: 'program',
    tag: 'Candidates',
    scope: 'candidates',
    input: programInput,
    shown: program,
    show: showProgram,
    list: programList,
    refusals: { remove: ['program_has_candidates'] },
  })
}
