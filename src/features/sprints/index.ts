export { sprintsOfPartner } from './partner-rows.ts'
export { registerSprintsRoutes } from './sprints.routes.ts'
export { tellSprintMoments } from './tell-moments.ts'
