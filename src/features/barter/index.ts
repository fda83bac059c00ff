export { type Barter, createBarter } from './barter.ts'
export { BarterGraph } from './barter-graph.ts'
export type { BarterIds } from './barter-ids.ts'
export { createBarterMarket } from './barter-market.ts'
export { createClearing } from './clearings/clearing-thread.ts'
export { registerClearingsRoutes } from './clearings/clearings.routes.ts'
export { runClearings } from './clearings/run-clearings.ts'
export { registerCreditsRoutes } from './ledger/credits.routes.ts'
export { settleHours } from './ledger/settle-hours.ts'
export {
  findSharedRings,
  joinBarter,
  lockRingsOf,
} from './merging/join-parties.ts'
export { barterOfPartner, ledgerOfPartner } from './partner-rows.ts'
export { expireRings } from './rings/answer-ring.ts'
export { needsPostedByRings } from './rings/ring-needs.repository.ts'
export type { Ring, RingId } from './rings/rings.repository.ts'
export { registerRingsRoutes } from './rings/rings.routes.ts'
export type { RingFullyShown } from './rings/rings.schemas.ts'
export { type RingStatus, ringParties, ringStatuses, rings as barterRings } from './rings/rings.table.ts'
export { showRing, showRings } from './rings/show-ring.ts'
export { createSavableBarter } from './savable-barter.ts'
