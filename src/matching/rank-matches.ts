import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../http/index.ts'
import type { Clock } from '../shared/clock.ts'
import { DomainError } from '../shared/errors.ts'
import type { PartnerId } from '../shared/ids.ts'
import type { Engine, MarketNeed, MarketOffer, Ranked, RankOptions } from './engine/index.ts'
import type { Key, MarketRepository } from './market.repository.ts'
import type { MarketFeed } from './market-feed.ts'
import type { Match, MatchQuery } from './matching.schemas.ts'
import { needFaceOf, offerFaceOf, showExplanation } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

export interface MatchingDeps {
  engine: Engine
  feed: Pick<MarketFeed, 'ready'>
  market: MarketRepository
  clock: Clock
}

export interface MatchPage {
  data: Match[]
  next_cursor: string | null
}

const cursorSchema = z.object({ s: z.number().min(0).max(1), i: z.string().max(64), t: z.int() })
/** A client that pages for longer reads a ranking of the past. */
const CURSOR_LIFETIME_MS = 24 * 3_600_000

/** The best offers for a need, explained. */
export async function rankOffers(
  deps: MatchingDeps,
  need: MarketNeed,
  query: MatchQuery,
): Promise<MatchPage> {
  const options = readOptions(deps, query)
  const { page, nextCursor } = paged(
    deps.engine.rankOffers(need, options),
    query.limit,
    options.asOfMs,
    'offerId',
  )
  const keys = page.flatMap(({ offerId }) => keysOf(offerId, deps.engine.partnerOfOffer(offerId)))
  const records = new Map(
    (await deps.market.offersByKey(keys)).map((record) => [record.offer.id as string, record]),
  )
  const data = page.flatMap(({ offerId }): Match[] => {
    const record = records.get(offerId)
    // Closed or deleted since it was ranked: then it is no match any more.
    if (record?.offer.status !== 'open') return []
    const explanation = deps.engine.explain(need, toMarketOffer(record), options.asOfMs)
    return [
      { need_id: need.id, offer_id: offerId, offer: offerFaceOf(record), ...showExplanation(explanation) },
    ]
  })
  return { data, next_cursor: nextCursor }
}

/** The best needs for an offer, explained. */
export async function rankNeeds(
  deps: MatchingDeps,
  offer: MarketOffer,
  query: MatchQuery,
): Promise<MatchPage> {
  const options = readOptions(deps, query)
  const { page, nextCursor } = paged(
    deps.engine.rankNeeds(offer, options),
    query.limit,
    options.asOfMs,
    'needId',
  )
  const keys = page.flatMap(({ needId }) => keysOf(needId, deps.engine.partnerOfNeed(needId)))
  const records = new Map(
    (await deps.market.needsByKey(keys)).map((record) => [record.need.id as string, record]),
  )
  const data = page.flatMap(({ needId }): Match[] => {
    const record = records.get(needId)
    if (record?.need.status !== 'open') return []
    const explanation = deps.engine.explain(toMarketNeed(record), offer, options.asOfMs)
    return [
      { need_id: needId, offer_id: offer.id, need: needFaceOf(record), ...showExplanation(explanation) },
    ]
  })
  return { data, next_cursor: nextCursor }
}

/** Throws `not_ready` until the index is whole: half a ranking would mislead. */
export function demandIndex({ feed }: Pick<MatchingDeps, 'feed'>): void {
  if (feed.ready) return
  throw new DomainError('not_ready', 'The index is still being loaded. Try again shortly.')
}

/** Later pages are read as of the first one's instant, so that scores stand still while a client pages. */
function readOptions(deps: MatchingDeps, query: MatchQuery): RankOptions {
  demandIndex(deps)
  const nowMs = deps.clock().getTime()
  const inTime = cursorSchema.refine(({ t }) => t <= nowMs + 60_000 && t > nowMs - CURSOR_LIFETIME_MS)
  const position = query.cursor === undefined ? null : decodeCursor(query.cursor, inTime)
  return {
    limit: query.limit + 1,
    asOfMs: position?.t ?? nowMs,
    minScore: query.min_score,
    ...(query.kinds && { kinds: query.kinds }),
    ...(position && { after: { score: position.s, id: position.i } }),
  }
}

function paged(ranked: Ranked[], limit: number, asOfMs: number, side: 'needId' | 'offerId') {
  const page = ranked.slice(0, limit)
  const last = ranked.length > limit ? page.at(-1) : undefined
  return { page, nextCursor: last ? encodeCursor({ s: last.score, i: last[side], t: asOfMs }) : null }
}

/** Where a posting of the index is kept. */
export function keysOf(id: string, partnerId: string | undefined): Key[] {
  // The engine holds the ids that the market feed gave it.
  return partnerId === undefined ? [] : [{ partnerId: partnerId as PartnerId, id: id as Key['id'] }]
}
