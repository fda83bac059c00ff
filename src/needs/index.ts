export { createNeedPosting, needColumns, needsRepository } from './needs.posting.ts'
export { registerNeedsRoutes } from './needs.routes.ts'
export { type BriefInput, brief, licenceRequirement, type NeedInput, needInput } from './needs.schemas.ts'
export { type NeedRow, needs } from './needs.table.ts'
