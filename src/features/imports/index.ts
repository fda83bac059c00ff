export { createImportRunner, type ImportRunner } from './import-runner.ts'
export { registerImportsRoutes } from './imports.routes.ts'
export { importTypes } from './imports.table.ts'
export { eraseFromImports, heldInImports } from './people.ts'
