import type { InTransaction } from '../../../platform/events/index.ts'
import type { App, Once } from '../../../platform/http/index.ts'
import { type Posting, registerPostingRoutes } from '../../postings/index.ts'
import { showProgram } from './programs.posting.ts'
import { type ProgramInput, program, programInput } from './programs.schemas.ts'
import type { ProgramRow } from './programs.table.ts'

export function registerProgramsRoutes(
  app: App,
  deps: { once: Once; inTransaction: InTransaction; programs: Posting<ProgramRow, ProgramInput> },
): void {
  registerPostingRoutes(app, deps, {
    posting: deps.programs,
    path: 'programs',
    tag: 'Candidates',
    name: 'program',
    prefix: 'program',
    readScope: 'candidates:read',
    writeScope: 'candidates:write',
    input: programInput,
    shown: program,
    show: showProgram,
  })
}
