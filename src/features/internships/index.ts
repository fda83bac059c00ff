export { candidateList } from './candidates/candidates.list.ts'
export { createCandidatesRepository } from './candidates/candidates.repository.ts'
export { registerCandidatesRoutes } from './candidates/candidates.routes.ts'
export { candidateExport, candidateInput, candidateStatus } from './candidates/candidates.schemas.ts'
export { type CandidateRow, candidates } from './candidates/candidates.table.ts'
export { disclosureFile } from './candidates/disclosure-log.ts'
export { helperIdsOf } from './candidates/export-candidate.ts'
export type { KnownPerson } from './candidates/known-person.ts'
export { readNamesWithStudents } from './candidates/read-names.ts'
export { createStudentSearch } from './candidates/student-search.ts'
export { cohortList } from './cohorts/cohorts.list.ts'
export { createCohortsRepository } from './cohorts/cohorts.repository.ts'
export { registerCohortsRoutes } from './cohorts/cohorts.routes.ts'
export { cohortInput } from './cohorts/cohorts.schemas.ts'
export { type CohortRow, cohorts, preferences } from './cohorts/cohorts.table.ts'
export { createInternships, type Internships } from './internships.ts'
export { joinNamedByOffices, lockNamedByOffices } from './merging/join-organizations.ts'
export { internshipsOfPartner } from './partner-rows.ts'
export { registerPlacementsRoutes } from './placements/placements.routes.ts'
export { methods, placementInput } from './placements/placements.schemas.ts'
export { type PlacementResult, type PlacementRow, placementResults } from './placements/placements.table.ts'
export { createPlacements, type Placements } from './placements/placements.ts'
export { type PublishDeps, publishPlacements } from './placements/publish-placements.ts'
export { resultList } from './placements/result-list.ts'
export { createPlacing } from './placements/run-placement.ts'
export {
  type EvaluationQuestion,
  type EvaluationQuestions,
  evaluationQuestion,
  type Moment,
  moments,
  NO_QUESTIONS,
} from './programs/evaluation-questions.ts'
export { programList } from './programs/programs.list.ts'
export { createProgramsRepository } from './programs/programs.repository.ts'
export { registerProgramsRoutes } from './programs/programs.routes.ts'
export { programInput } from './programs/programs.schemas.ts'
export { programs } from './programs/programs.table.ts'
