export { helperPosting, showHelper } from './helpers.posting.ts'
export { registerHelpersRoutes } from './helpers.routes.ts'
export { helper, helperInput } from './helpers.schemas.ts'
export { helpers } from './helpers.table.ts'
