export { registerInsightsRoutes } from './insights.routes.ts'
export { createInsights, type InsightsVerbs } from './insights.ts'
export type { FunnelInsights } from './read-insights.ts'
export { lastWeeks } from './window.ts'
