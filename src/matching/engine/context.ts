import { isoDate, mondayMs } from './dates.ts'
import type { EngineSettings, SkillId } from './market.ts'
import type { NeedProfile, OfferProfile } from './profile.ts'
import type { Relatedness } from './relatedness.ts'
import { WordComparison, type WordStatistics } from './words.ts'

/** What the market as a whole tells: integer counts, so the same whatever order postings came in. */
export interface Statistics extends WordStatistics {
  offers: number
  offersWith(skill: SkillId): number
}

/** What the engine knows beside the pair itself. */
export interface Market {
  relatedness: Relatedness
  payFloors: EngineSettings['payFloors']
  statistics: Statistics
}

/** One question to the market: one posting compared with many, at one instant. */
export interface MatchContext extends Market {
  asOfMs: number
  /** UTC date of the instant. */
  today: string
  /** Monday of its week, midnight UTC. */
  mondayMs: number
  /** Shared words and cosine of the fixed posting with the other of a pair. */
  wordsOf(need: NeedProfile, offer: OfferProfile): { comparison: WordComparison; other: NeedProfile['words'] }
}

/** The context of ranking offers for a need. */
export function contextOfNeed(market: Market, need: NeedProfile, asOfMs: number): MatchContext {
  const comparison = new WordComparison(need.words, market.statistics)
  return createContext(market, asOfMs, (_, offer) => ({ comparison, other: offer.words }))
}

/** The context of ranking needs for an offer. */
export function contextOfOffer(market: Market, offer: OfferProfile, asOfMs: number): MatchContext {
  const comparison = new WordComparison(offer.words, market.statistics)
  return createContext(market, asOfMs, (need) => ({ comparison, other: need.words }))
}

function createContext(market: Market, asOfMs: number, wordsOf: MatchContext['wordsOf']): MatchContext {
  return { ...market, asOfMs, today: isoDate(asOfMs), mondayMs: mondayMs(asOfMs), wordsOf }
}
