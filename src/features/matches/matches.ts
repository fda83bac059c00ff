import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { NeedId, OfferId } from '../../shared/ids.ts'
import { explainMatch } from './explain-match.ts'
import { explainPair } from './explain-pair.ts'
import { createMarketRepository } from './market.repository.ts'
import type { MatchQuery, NeedMatch, OfferMatch } from './matches.schemas.ts'
import { type Preview, previewMatches } from './preview-matches.ts'
import { type MatchingDeps, type MatchPage, rankNeeds, rankOffers } from './rank-matches.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

export type Matches = ReturnType<typeof createMatches>

interface MatchesPorts extends Pick<MatchingDeps, 'engine' | 'turns' | 'feed'> {
  taxonomy: Taxonomy
}

/** The verbs of matches. All of them throw `not_ready` until the index is complete. */
export function createMatches({ engine, turns, feed, taxonomy }: MatchesPorts) {
  /** Reads on the connection of the context: a proposal explains its pair within its transaction. */
  const matchingFor = ({ db, clock }: Context): MatchingDeps => ({
    engine,
    turns,
    feed,
    market: createMarketRepository(db),
    db,
    clock,
  })

  return {
    matchingFor,

    /** Ranks offers for one of the caller's needs; none if the need is not open. Throws `need_not_found`. */
    async rankOffersForNeed(
      ctx: Context,
      { id, query }: { id: NeedId; query: MatchQuery },
    ): Promise<MatchPage<OfferMatch>> {
      const matching = matchingFor(ctx)
      const [record] = await matching.market.needsByKey([{ partnerId: ctx.actor.partnerId, id }])
      if (!record) throw notFound('need')
      if (record.need.status !== 'open') return { data: [], next_cursor: null }
      return rankOffers(matching, toMarketNeed(record), query)
    },

    /** Ranks needs for one of the caller's offers; none if the offer is not open. Throws `offer_not_found`. */
    async rankNeedsForOffer(
      ctx: Context,
      { id, query }: { id: OfferId; query: MatchQuery },
    ): Promise<MatchPage<NeedMatch>> {
      const matching = matchingFor(ctx)
      const [record] = await matching.market.offersByKey([{ partnerId: ctx.actor.partnerId, id }])
      if (!record) throw notFound('offer')
      if (record.offer.status !== 'open') return { data: [], next_cursor: null }
      return rankNeeds(matching, toMarketOffer(record), query)
    },

    /** Explains a pair to one of its partners and logs the disclosure. */
    explain: (ctx: Context, { needId, offerId }: { needId: NeedId; offerId: OfferId }) =>
      explainMatch(matchingFor(ctx), ctx.actor.partnerId, needId, offerId),

    /** Explains a pair as other features need it. Throws `need_not_found` and `offer_not_found`. */
    explainPair: (ctx: Context, { needId, offerId }: { needId: NeedId; offerId: OfferId }) =>
      explainPair(matchingFor(ctx), ctx.actor.partnerId, needId, offerId),

    /** Ranks a need or an offer that is not saved. */
    preview: (ctx: Context, preview: Preview) =>
      previewMatches({ ...matchingFor(ctx), taxonomy }, ctx.actor.partnerId, preview),
  }
}
