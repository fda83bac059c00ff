import type { Engine, MarketNeed, MarketOffer, Ranked, Standing } from '../../engines/matching/index.ts'
import type { HelperId, NeedId, OfferId, OrganizationId, PartnerId } from '../../shared/ids.ts'

/** The ids that the market's engine receives and returns. */
export interface MarketIds {
  need: NeedId
  offer: OfferId
  partner: PartnerId
  organization: OrganizationId
  helper: HelperId
}

export type MatchEngine = Engine<MarketIds>
export type MatchNeed = MarketNeed<MarketIds>
export type MatchOffer = MarketOffer<MarketIds>
export type RankedMatch = Ranked<MarketIds>
export type StandingMatches = Standing<MarketIds>
