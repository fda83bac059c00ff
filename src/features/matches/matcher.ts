import type { Blocked, BlockedOptions, Explanation, RankOptions } from '../../engines/matching/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import type { Rankings } from './cached-rankings.ts'
import type { Key } from './market-columns.repository.ts'
import type { MarketIds, MatchNeed, MatchOffer, RankedMatch, StandingMatches } from './market-ids.ts'

/** The partner that asks, and the connection to read from. Without a partner it is the service itself. */
export interface Asking {
  db: Queryable
  actor?: { partnerId: PartnerId }
}

type Explained = Explanation<MarketIds>
/** Returns by id whether a posting equals the one in the index. */
type IsPut = (id: string) => boolean

/**
 * Ranks and explains, from an index in this process or from rows in the database, with the same results. Partners are
 * queued fairly: throws `too_many_open_requests` if too many requests of one partner are waiting.
 */
export interface Matcher {
  rankOffers(
    ctx: Asking,
    need: MatchNeed,
    options: RankOptions,
    more?: { stopping?: AbortSignal },
  ): Promise<readonly RankedMatch[]>
  /**
   * The same, taken from `rankings` if they are current, or updated from them if that is cheaper than ranking again.
   */
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
  /** The same, and whether the relevant market data is unchanged since the need was ranked. */
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
  /** Returns the keys of these postings that are in the market. */
  keysOfNeeds(ctx: Asking, ids: readonly NeedId[]): Promise<Key[]>
  keysOfOffers(ctx: Asking, ids: readonly OfferId[]): Promise<Key[]>
  /**
   * Returns whether nothing has changed since the need was ranked. With rows in the database this is unknown, so false.
   */
  isCurrent(need: MatchNeed, standing: StandingMatches): boolean
}
