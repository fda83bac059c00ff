export { registerAdviceRoutes } from './advice.routes.ts'
