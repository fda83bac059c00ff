import { type PostingDefinition, showResource } from '../../postings/index.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import { type CohortInput, type CohortShown, cohortInput } from './cohorts.schemas.ts'
import type { CohortRow } from './cohorts.table.ts'

export const cohortPosting: PostingDefinition<'cohort', CohortInput, CohortRow> = {
  name: 'cohort',
  prefix: 'cohort',
  input: cohortInput,
  createRepository: createCohortsRepository,
  parent: {
    name: 'program',
    prefix: 'program',
    field: 'program_id',
    createRepository: createProgramsRepository,
    idOf: (input) => input.program_id,
  },

  columns: (input) => ({
    programId: input.program_id,
    name: input.name,
    candidateIds: input.candidate_ids ? [...new Set(input.candidate_ids)] : null,
    needs: input.needs,
    organizations: input.organizations,
  }),

  toInput: (row) => ({
    program_id: row.programId,
    name: row.name,
    candidate_ids: row.candidateIds ?? undefined,
    needs: row.needs,
    organizations: row.organizations,
    external_id: row.externalId ?? undefined,
  }),
}

export function showCohort(row: CohortRow): CohortShown {
  return {
    ...showResource(row),
    program_id: row.programId,
    name: row.name,
    candidate_ids: row.candidateIds,
    needs: row.needs.map(({ need_id, capacity }) => ({ need_id, capacity: capacity ?? null })),
    organizations: row.organizations,
  }
}
