import type { Router } from '../../platform/http/index.ts'
import { registerAgreementsRoutes } from './agreements/agreements.routes.ts'
import { registerDocumentsRoutes } from './documents/documents.routes.ts'
import { registerEvaluationsRoutes } from './evaluations/evaluations.routes.ts'

export function registerInternshipWorkRoutes(router: Router): void {
  registerAgreementsRoutes(router)
  registerDocumentsRoutes(router)
  registerEvaluationsRoutes(router)
}
