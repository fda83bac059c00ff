export { beginEngagement } from './begin-engagement.ts'
export { registerEngagementsRoutes } from './engagements.routes.ts'
export { engagements, retrospectives } from './engagements.table.ts'
