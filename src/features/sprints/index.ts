export { sprintsOfPartner } from './partner-rows.ts'
export { registerSprintsRoutes } from './sprints.routes.ts'
export { createSprints, type Sprints } from './sprints.ts'
export { tellSprintMoments } from './tell-moments.ts'
