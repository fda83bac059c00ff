export { registerMergesRoutes } from './merges.routes.ts'
export { createMerges, type Merges } from './merges.ts'
