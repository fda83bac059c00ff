export { eraseWork } from './erase-work.ts'
export { remindEvaluations } from './evaluations/remind-evaluations.ts'
export { registerInternshipWorkRoutes } from './internship-work.routes.ts'
export { internshipWorkOfPartner } from './partner-rows.ts'
