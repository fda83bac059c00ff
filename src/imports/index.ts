export { createImportRunner, type ImportRunner } from './import-runner.ts'
export { registerImportsRoutes } from './imports.routes.ts'
export { eraseFromImports, heldInImports } from './people.ts'
