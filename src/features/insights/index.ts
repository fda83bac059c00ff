export { registerInsightsRoutes } from './insights.routes.ts'
export { createInsights, type InsightsVerbs } from './insights.ts'
