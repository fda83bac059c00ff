export { registerInsightsRoutes } from './insights.routes.ts'
