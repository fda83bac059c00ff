export { helperColumns, helperPosting, helpersRepository } from './helpers.posting.ts'
export { registerHelpersRoutes } from './helpers.routes.ts'
export { type HelperInput, helperInput } from './helpers.schemas.ts'
export { type HelperRow, helpers } from './helpers.table.ts'
