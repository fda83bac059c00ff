export type {
  Engine,
  FactorName,
  MarketNeed,
  MarketOffer,
  Model,
  Ranked,
  RankOptions,
} from './engine/index.ts'
export { DEFAULT_MODEL, FACTOR_NAMES, harmonicMean } from './engine/index.ts'
export { type ExplainedPair, explainPair, type FeltFactors } from './explain-pair.ts'
export type { NeedRecord, OfferRecord } from './market.repository.ts'
export { createMarketRepository, type MarketRepository } from './market.repository.ts'
export { createMarketFeed, keysOfChanges, type MarketIndex } from './market-feed.ts'
export { createMarkets, shareMarket } from './markets.ts'
export { registerMatchingRoutes } from './matching.routes.ts'
export { type NeedFace, needFace, type OfferMatch, offerMatch } from './matching.schemas.ts'
export { payFloors } from './pay-floors.ts'
export {
  demandIndex,
  keysOf as matchKeysOf,
  type MatchingDeps,
  type MatchPage,
  rankOffers,
} from './rank-matches.ts'
export { type FacedNeed, needFaceOf } from './show-match.ts'
export { type OfParty, toMarketNeed, toMarketOffer } from './to-market.ts'
export { createTurns, type Turns } from './turns.ts'
