export { type Clearing, clearRings, type RingMarket } from './clear.ts'
