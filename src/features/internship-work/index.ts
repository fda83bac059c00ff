export {
  type AgreementContent,
  agreementInput,
  approvalInput,
  type Role,
} from './agreements/agreements.schemas.ts'
export {
  approveAgreement,
  type ReadAgreement,
  readAgreement,
  writeAgreement,
} from './agreements/agreements.ts'
export { readSignedAgreement, type SignedAgreement } from './agreements/read-signed-agreement.ts'
export type { DocumentId } from './documents/documents.repository.ts'
export { documentInput } from './documents/documents.schemas.ts'
export type { DocumentRow } from './documents/documents.table.ts'
export { addDocument, listDocuments, MOST_DOCUMENTS, removeDocument } from './documents/documents.ts'
export { eraseWork } from './erase-work.ts'
export { evaluationInput } from './evaluations/evaluations.schemas.ts'
export type { EvaluationRow } from './evaluations/evaluations.table.ts'
export { readEvaluations, sendEvaluation } from './evaluations/evaluations.ts'
export { remindEvaluations } from './evaluations/remind-evaluations.ts'
export { registerInternshipWorkRoutes } from './internship-work.routes.ts'
export { listWork } from './list-work.ts'
export { internshipWorkOfPartner } from './partner-rows.ts'
