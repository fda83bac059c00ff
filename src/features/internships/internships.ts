import { createPosting } from '../postings/index.ts'
import { type CandidatePorts, createCandidates } from './candidates/candidates.ts'
import type { CohortPorts } from './cohorts/cohorts.posting.ts'
import { createCohorts } from './cohorts/cohorts.ts'
import { createProgramPosting } from './programs/programs.posting.ts'

export type Internships = ReturnType<typeof createInternships>

/** Creates the operations on programs, candidates and cohorts, and the imports of ranked choices. */
export function createInternships(ports: CandidatePorts & CohortPorts) {
  return {
    programs: createPosting(createProgramPosting(ports)),
    candidates: createCandidates(ports),
    cohorts: createCohorts(ports),
  }
}
