export { sprintsOfPartner } from './partner-rows.ts'
export { reportSprintMoments } from './report-moments.ts'
export { registerSprintsRoutes } from './sprints.routes.ts'
export { createSprints, type Sprints } from './sprints.ts'
