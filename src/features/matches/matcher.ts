import type { Blocked, BlockedOptions, Explanation, RankOptions } from '../../engines/matching/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import type { Key } from './market-columns.repository.ts'
import type { MarketIds, MatchNeed, MatchOffer, RankedMatch, StandingMatches } from './market-ids.ts'
import type { Rankings } from './remembered-rankings.ts'

/** Who asks, and where to read. Without a partner it is the service itself. */
export interface Asking {
  db: Queryable
  actor?: { partnerId: PartnerId }
}

type Explained = Explanation<MarketIds>
/** Tells by id which of some postings are in the index as they are. */
type IsPut = (id: string) => boolean

/**
 * Ranks and explains, by an index of the market in this process or by rows in the database. Both come to the same. Partners take turns:
 * throws `too_many_open_requests` if too much of one waits already.
 */
export interface Matcher {
  rankOffers(
    ctx: Asking,
    need: MatchNeed,
    options: RankOptions,
    more?: { stopping?: AbortSignal },
  ): Promise<readonly RankedMatch[]>
  /** The same, remembered in `rankings` where that is cheaper than to rank again. */
  rankOffersAgain(
    ctx: Asking,
    need: MatchNeed,
    options: RankOptions,
    rankings: Rankings,
  ): Promise<StandingMatches>
  rankNeeds(
    ctx: Asking,
    offer: MatchOffer,
    options: RankOptions,
    more?: { stopping?: AbortSignal },
  ): Promise<readonly RankedMatch[]>
  blockedOffers(ctx: Asking, need: MatchNeed, options: BlockedOptions): Promise<Blocked<OfferId>>
  blockedNeeds(ctx: Asking, offer: MatchOffer, options: BlockedOptions): Promise<Blocked<NeedId>>
  explain(ctx: Asking, need: MatchNeed, offer: MatchOffer, asOfMs: number): Promise<Explained>
  explainOffers(
    ctx: Asking,
    need: MatchNeed,
    offers: readonly MatchOffer[],
    asOfMs: number,
    isPut: IsPut,
  ): Promise<Explained[]>
  /** The same, and whether the market still is what the need was ranked in, as far as it counts. */
  explainStanding(
    ctx: Asking,
    ranked: { need: MatchNeed; standing: StandingMatches; asOfMs: number },
    offers: readonly MatchOffer[],
    isPut: IsPut,
  ): Promise<{ explained: Explained[]; isSameMarket: boolean }>
  explainNeeds(
    ctx: Asking,
    offer: MatchOffer,
    needs: readonly MatchNeed[],
    asOfMs: number,
    isPut: IsPut,
  ): Promise<Explained[]>
  /** The keys of those of these postings that are in the market. */
  keysOfNeeds(ctx: Asking, ids: readonly NeedId[]): Promise<Key[]>
  keysOfOffers(ctx: Asking, ids: readonly OfferId[]): Promise<Key[]>
  /** Whether nothing has changed since the need was ranked. With rows in the database, that is never known. */
  isCurrent(need: MatchNeed, standing: StandingMatches): boolean
}
