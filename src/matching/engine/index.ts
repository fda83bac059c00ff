export { createEngine } from './engine.ts'
export type * from './market.ts'
