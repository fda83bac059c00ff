export { registerSprintsRoutes } from './sprints.routes.ts'
export { sprints } from './sprints.table.ts'
export { tellSprintMoments } from './tell-moments.ts'
