import type { Engine } from '../../src/engines/matching/index.ts'
import {
  type createMarketRepository,
  type NeedRecord,
  type OfferRecord,
  toMarketNeed,
  toMarketOffer,
} from '../../src/features/matches/index.ts'

const PAGE = 1000
const AS_OF_MS = Date.parse('2026-03-11T10:00:00Z')

/** All that an index tells: its size, and every ranking of every open need and offer of the database. */
export async function allRankings(engine: Engine, market: ReturnType<typeof createMarketRepository>) {
  const options = { limit: 10_000, asOfMs: AS_OF_MS }
  const needs: NeedRecord[] = []
  const offers: OfferRecord[] = []
  for (
    let page = await market.openNeeds(null, PAGE);
    page.length;
    page = await market.openNeeds(last(page).need, PAGE)
  )
    needs.push(...page)
  for (
    let page = await market.openOffers(null, PAGE);
    page.length;
    page = await market.openOffers(last(page).offer, PAGE)
  )
    offers.push(...page)
  return {
    size: engine.size,
    offers: needs.map((record) => engine.rankOffers(toMarketNeed(record), options)),
    needs: offers.map((record) => engine.rankNeeds(toMarketOffer(record), options)),
  }
}

function last<T>(page: readonly T[]): T {
  // Asked for of pages that are not empty.
  return page.at(-1) as T
}
