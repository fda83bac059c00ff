export { createNeedPosting, needColumns, showNeed } from './needs.posting.ts'
export { registerNeedsRoutes } from './needs.routes.ts'
export { need, needInput, needStatus } from './needs.schemas.ts'
export { type NeedRow, needs } from './needs.table.ts'
