export { createMatchAlertsRepository } from './alerts/match-alerts.repository.ts'
export { tellMatches } from './alerts/tell-matches.ts'
export { explainPair } from './explain-pair.ts'
export { createHoldsRepository, type Held } from './holds.repository.ts'
export {
  createMarketRepository,
  type MarketRepository,
  type NeedRecord,
  type OfferRecord,
} from './market.repository.ts'
export { createMarketFeed, type MarketIndex } from './market-feed.ts'
export type { MarketIds, MatchEngine, MatchNeed, MatchOffer } from './market-ids.ts'
export { createMarkets, shareMarket } from './markets.ts'
export { registerMatchesRoutes } from './matches.routes.ts'
export { type NeedFace, needFace, type OfferMatch, offerMatch } from './matches.schemas.ts'
export { createMatches, type Matches } from './matches.ts'
export { matchesOfPartner } from './partner-rows.ts'
export { payFloors } from './pay-floors.ts'
export { demandIndex, keysOf, type MatchingDeps, type MatchPage, rankOffers } from './rank-matches.ts'
export { type FacedNeed, needFaceOf } from './show-match.ts'
export { type OfParty, type PartyId, toMarketNeed, toMarketOffer } from './to-market.ts'
export { createTurns, type Turns } from './turns.ts'
