export { registerAdviceRoutes } from './advice.routes.ts'
export { readinessInput } from './advice.schemas.ts'
export { type Advice, createAdvice } from './advice.ts'
