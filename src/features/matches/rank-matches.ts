import { z } from 'zod'
import type { RankOptions } from '../../engines/matching/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { inSteps } from '../../shared/in-steps.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import type { Key, MarketRepository } from './market.repository.ts'
import type { MarketFeed } from './market-feed.ts'
import type { MatchEngine, MatchNeed, MatchOffer, RankedMatch } from './market-ids.ts'
import type { MatchQuery, NeedMatch, OfferMatch } from './matches.schemas.ts'
import { noteShowing } from './note-showing.ts'
import { needFaceOf, offerFaceOf, showExplanation } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'
import type { Turns } from './turns.ts'

export interface MatchingDeps {
  engine: MatchEngine
  turns: Turns
  feed: Pick<MarketFeed, 'ready'>
  market: MarketRepository
  db: Queryable
  clock: Clock
}

export interface MatchPage<M> {
  data: M[]
  next_cursor: string | null
}

const cursorSchema = z.object({ s: z.number().min(0).max(1), i: z.string().max(64), t: z.int() })
/** A client that pages for longer reads a ranking of the past. */
const CURSOR_LIFETIME_MS = DAY_MS

/** The best offers for a need, explained. */
export async function rankOffers(
  deps: MatchingDeps,
  need: MatchNeed,
  query: MatchQuery,
  { isSaved = true } = {},
): Promise<MatchPage<OfferMatch>> {
  const options = readOptions(deps, query)
  const { page, nextCursor } = paged(
    await deps.turns.take(() => inSteps(deps.engine.rankOffersInSteps(need, options))),
    query.limit,
    options.asOfMs,
    'offerId',
  )
  const keys = page.flatMap(({ offerId }) => keysOf(offerId, deps.engine.partnerOfOffer(offerId)))
  const records = await deps.market.offersByKey(keys)
  const open = stillOpen(
    page.map(({ offerId }) => offerId),
    records,
    ({ offer, isHeld }) => ({ ...offer, isHeld }),
  )
  await noteShowing(deps, { partnerId: need.partnerId, id: isSaved ? need.id : null }, open)
  const explained = await deps.turns.take(() =>
    deps.engine.explainOffers(need, open.map(toMarketOffer), options.asOfMs),
  )
  const data = explained.flatMap((explanation, at): OfferMatch[] => {
    const record = open[at]
    const { needId: need_id, offerId: offer_id } = explanation
    return record ? [{ need_id, offer_id, offer: offerFaceOf(record), ...showExplanation(explanation) }] : []
  })
  return { data, next_cursor: nextCursor }
}

/** The best needs for an offer, explained. */
export async function rankNeeds(
  deps: MatchingDeps,
  offer: MatchOffer,
  query: MatchQuery,
): Promise<MatchPage<NeedMatch>> {
  const options = readOptions(deps, query)
  const { page, nextCursor } = paged(
    await deps.turns.take(() => inSteps(deps.engine.rankNeedsInSteps(offer, options))),
    query.limit,
    options.asOfMs,
    'needId',
  )
  const keys = page.flatMap(({ needId }) => keysOf(needId, deps.engine.partnerOfNeed(needId)))
  const records = await deps.market.needsByKey(keys)
  const open = stillOpen(
    page.map(({ needId }) => needId),
    records,
    ({ need }) => ({ ...need, isHeld: false }),
  )
  const explained = await deps.turns.take(() =>
    deps.engine.explainNeeds(offer, open.map(toMarketNeed), options.asOfMs),
  )
  const data = explained.flatMap((explanation, at): NeedMatch[] => {
    const record = open[at]
    const { needId: need_id, offerId: offer_id } = explanation
    return record ? [{ need_id, offer_id, need: needFaceOf(record), ...showExplanation(explanation) }] : []
  })
  return { data, next_cursor: nextCursor }
}

/** The records of these ids, in their order, but those closed or deleted since they were ranked: they are no matches any more. */
function stillOpen<T>(
  ids: readonly string[],
  records: readonly T[],
  postedOf: (record: T) => { id: string; status: string; isHeld: boolean },
): T[] {
  const byId = new Map(records.map((record) => [postedOf(record).id, record]))
  return ids.flatMap((id) => {
    const record = byId.get(id)
    if (!record) return []
    const { status, isHeld } = postedOf(record)
    return status === 'open' && !isHeld ? [record] : []
  })
}

/** Throws `not_ready` until the index is whole: half a ranking would mislead. */
export function demandIndex({ feed }: Pick<MatchingDeps, 'feed'>): void {
  if (feed.ready) return
  throw new DomainError('not_ready', 'The market is still loading. Try again shortly.')
}

/** Later pages use the instant of the first one, so that scores do not change while a client pages. */
function readOptions(deps: MatchingDeps, query: MatchQuery): RankOptions {
  demandIndex(deps)
  const nowMs = deps.clock().getTime()
  const inTime = cursorSchema.refine(({ t }) => t <= nowMs + MINUTE_MS && t > nowMs - CURSOR_LIFETIME_MS)
  const position = query.cursor === undefined ? null : decodeCursor(query.cursor, inTime)
  return {
    limit: query.limit + 1,
    asOfMs: position?.t ?? nowMs,
    minScore: query.min_score,
    ...(query.kinds && { kinds: query.kinds }),
    ...(position && { after: { score: position.s, id: position.i } }),
  }
}

function paged(ranked: RankedMatch[], limit: number, asOfMs: number, side: 'needId' | 'offerId') {
  const page = ranked.slice(0, limit)
  const last = ranked.length > limit ? page.at(-1) : undefined
  return { page, nextCursor: last ? encodeCursor({ s: last.score, i: last[side], t: asOfMs }) : null }
}

/** Where a posting of the index is kept. */
export function keysOf(id: Key['id'], partnerId: PartnerId | undefined): Key[] {
  return partnerId === undefined ? [] : [{ partnerId, id }]
}
