import { pageEndAt } from '../../platform/http/index.ts'
import type { DomainError } from '../../shared/errors.ts'
import { notFound } from '../../shared/errors.ts'
import { isId, type NeedId, type OfferId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { createMarketRepository } from './market.repository.ts'
import type { BatchAnswer, BatchInput, Match } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'
import { noticesOfRanking } from './notices-of-ranking.ts'
import { createRankNeeds } from './rank-needs.ts'
import { createRankOffers } from './rank-offers.ts'
import type { MatchPage } from './ranking-page.ts'
import { waitForText } from './still-reading.ts'

type BatchItem = BatchAnswer['data'][number]

/**
 * Ranks many of the caller's needs and offers, one after another: a batch never has more than one ranking in the queue,
 * so other partners wait no longer for it than for a single ranking. An unknown id gets an error instead of a ranking.
 * Throws `not_ready`.
 */
export function createRankBatch(ports: RankingPorts) {
  const rankOffers = createRankOffers(ports)
  const rankNeeds = createRankNeeds(ports)
  return async function rankBatch(
    ctx: RankingContext,
    { batch: { ids, ...query }, language }: { batch: BatchInput; language: ReaderLanguage },
  ): Promise<BatchAnswer> {
    const { needs, offers } = await readOwnTexts(ctx, ports, ids)
    const rank = async (id: NeedId | OfferId): Promise<BatchItem> => {
      const [need, offer] = [needs.get(id), offers.get(id)]
      if (need)
        return ranked(id, isOpen(need.need) && (await rankOffers(ctx, { record: need, query, language })))
      if (offer)
        return ranked(id, isOpen(offer.offer) && (await rankNeeds(ctx, { record: offer, query, language })))
      return missing(id)
    }
    const data: BatchItem[] = []
    for (const id of ids) data.push(await rank(id))
    return { data, ...noticesOfRanking(query, ports, { language }) }
  }
}

/** Reads the caller's postings. Waits for all texts that are still being read together. */
async function readOwnTexts(ctx: RankingContext, ports: RankingPorts, ids: readonly (NeedId | OfferId)[]) {
  const own = await readOwn(ctx, ids)
  const waited = await Promise.all([
    ...[...own.needs.values()].map((record) => waitForText(ports, { side: 'need', record }, record.need)),
    ...[...own.offers.values()].map((record) => waitForText(ports, { side: 'offer', record }, record.offer)),
  ])
  return waited.includes(true) ? readOwn(ctx, ids) : own
}

async function readOwn({ db, actor: { partnerId } }: RankingContext, ids: readonly (NeedId | OfferId)[]) {
  const market = createMarketRepository(db)
  const keysOf = (prefix: 'need' | 'offer') =>
    ids.filter((id) => isId(prefix, id)).map((id) => ({ partnerId, id }))
  const [needs, offers] = await Promise.all([
    market.needsByKey(keysOf('need')),
    market.offersByKey(keysOf('offer')),
  ])
  return {
    needs: new Map(needs.map((record) => [String(record.need.id), record])),
    offers: new Map(offers.map((record) => [String(record.offer.id), record])),
  }
}

function isOpen({ status }: { status: string }): boolean {
  return status === 'open'
}

/** Returns the item of a ranked posting. `page` is false if the posting is not open. */
function ranked(id: string, page: MatchPage<Match> | false): BatchItem {
  const { data, next_cursor, has_more, still_reading }: MatchPage<Match> = page || {
    data: [],
    ...pageEndAt(null),
  }
  return { id, matches: data, next_cursor, has_more, ...(still_reading && { still_reading }), error: null }
}

function missing(id: NeedId | OfferId): BatchItem {
  const resource = isId('need', id) ? 'need' : 'offer'
  const { message }: DomainError = notFound(resource)
  return { id, matches: [], ...pageEndAt(null), error: { code: `${resource}_not_found`, detail: message } }
}
