import type { Context } from '../../platform/events/index.ts'
import type { NeedId, OfferId } from '../../shared/ids.ts'
import { createMarketRepository } from './market.repository.ts'
import type { MatchingPorts } from './matching-ports.ts'
import { requireReadyIndex } from './require-ready-index.ts'
import { toMarketOffer } from './to-market.ts'

const PAGE = 250

/** Which needs to score for one of the caller's offers, and how many of the best to return. */
export interface ScoreRequest {
  offerId: OfferId
  among: readonly NeedId[]
  limit: number
}

export interface ScoredNeeds {
  offerId: OfferId
  /** Best first, without needs that do not match. */
  needs: { id: NeedId; score: number }[]
}

/** Scores given needs for each of many offers of the caller. Leaves out offers that no longer exist. Throws `not_ready`. */
export function createScoreNeeds({ matcher, feed }: MatchingPorts) {
  return async function scoreNeeds(
    ctx: Context,
    { requests }: { requests: readonly ScoreRequest[] },
  ): Promise<ScoredNeeds[]> {
    requireReadyIndex({ feed })
    const { partnerId } = ctx.actor
    const market = createMarketRepository(ctx.db)
    const asOfMs = ctx.clock().getTime()
    const requestOf = new Map(requests.map((request) => [request.offerId, request]))
    const scored: ScoredNeeds[] = []
    for (let from = 0; from < requests.length; from += PAGE) {
      const keys = requests.slice(from, from + PAGE).map(({ offerId }) => ({ partnerId, id: offerId }))
      for (const record of await market.offersByKey(keys)) {
        const request = requestOf.get(record.offer.id)
        if (!request) continue
        const { offerId, among, limit } = request
        const ranked = await matcher.rankNeeds(ctx, toMarketOffer(record), { limit, asOfMs, among })
        scored.push({ offerId, needs: ranked.map(({ needId: id, score }) => ({ id, score })) })
      }
    }
    return scored
  }
}
