import { createReadInsights, type InsightsPorts, readFunnel } from './read-insights.ts'

export type InsightsVerbs = ReturnType<typeof createInsights>

/** Creates the operations on insights. */
export function createInsights(ports: InsightsPorts) {
  return { read: createReadInsights(ports), readFunnel }
}
