export { registerAdviceRoutes } from './advice.routes.ts'
export { type Advice, createAdvice } from './advice.ts'
