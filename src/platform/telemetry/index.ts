export { createLog } from './log.ts'
export { type Reading, registerMetrics } from './metrics.routes.ts'
export { startTracing, type Tracing } from './tracing.ts'
