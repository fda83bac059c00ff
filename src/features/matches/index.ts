export { createMatchAlertsRepository } from './alerts/match-alerts.repository.ts'
export { reportMatches } from './alerts/report-matches.ts'
export { fittingIds } from './explain-pair.ts'
export { createFairQueue, type FairQueue } from './fair-queue.ts'
export type { OpeningChange } from './find-opening-change.ts'
export { createHoldsRepository, type Held } from './holds.repository.ts'
export { createDatabaseMatcher } from './in-database/database-matcher.ts'
export { createSearchRowFeed } from './in-database/follow-search-rows.ts'
export { createSearchRowWriter } from './in-database/write-search-rows.ts'
export { hashOfProgram } from './index-file/code-identity.ts'
export { createIndexKeeper, type IndexKeeper, type SavedFile } from './index-file/keep-index.ts'
export { createKeptPages } from './kept-pages.ts'
export { createKnownPostings } from './known-postings.ts'
export {
  createMarketRepository,
  type MarketRepository,
  type NeedRecord,
  type OfferRecord,
} from './market.repository.ts'
export { createMarketFeed, type MarketIndex } from './market-feed.ts'
export type { MarketIds, MatchEngine, MatchNeed, MatchOffer } from './market-ids.ts'
export { createMarkets, type SavableBarter, type SavableMarkets } from './markets.ts'
export type { Matcher } from './matcher.ts'
export { registerMatchesRoutes } from './matches.routes.ts'
export {
  type Match,
  type MatchExplanation,
  matchQuery,
  type OfferMatch,
  offerMatch,
  stillReading,
} from './matches.schemas.ts'
export { createMatches, type Matches } from './matches.ts'
export type { RankingContext } from './matching-ports.ts'
export { createMeanings, type Meanings, quantized } from './meanings/meanings.ts'
export { createSkillsOfPosting } from './meanings/skills-of-posting.ts'
export { createUnreadTexts } from './meanings/unread-texts.ts'
export { createMemoryMatcher } from './memory-matcher.ts'
export { matchesOfPartner } from './partner-rows.ts'
export { payFloors } from './pay-floors.ts'
export type { RankOffersInput } from './rank-offers.ts'
export type { MatchPage } from './ranking-page.ts'
export type { VisibleNeed } from './read-visible-needs.ts'
export { createReadings } from './readings/readings.ts'
export { requireReadyIndex } from './require-ready-index.ts'
export type { ScoredNeeds, ScoreRequest } from './score-needs.ts'
export { type PartyId, type PostingParty, toMarketNeed, toMarketOffer } from './to-market.ts'
