import { parseArgs } from 'node:util'
import { createEngine } from '../../src/engines/matching/index.ts'
import { BarterGraph } from '../../src/features/barter/barter-graph.ts'
import type { MatchNeed, MatchOffer, PartyId, PostingParty } from '../../src/features/matches/index.ts'
import { loadLanguages } from '../../src/shared/languages/index.ts'
import { createMarketData } from './engine-data.ts'
import { rounded } from './percentiles.ts'

// What a market takes in memory, in bytes for each offer: node --expose-gc test/bench/memory.ts [--offers N] [--seed N]
// There is one need for each ten offers, and one helper for two of them. `matching` holds all postings, `barter` those that
// take part in rings. A tenth of the offers shows what does not grow with them.

const OFFERS_A_NEED = 10
const PUT_AT_ONCE = 1000
const LARGE = 10_000_000

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
})
const offers = Number(values.offers)
const data = createMarketData(Number(values.seed))
loadLanguages()

const small = measured(Math.ceil(offers / 10))
const whole = measured(offers)
const perOffer = (whole.total - small.total) / (offers - Math.ceil(offers / 10))
process.stdout.write(
  `${JSON.stringify({
    offers,
    needs: Math.ceil(offers / OFFERS_A_NEED),
    bytes_per_offer: Math.round(whole.total / offers),
    matching_bytes_per_offer: Math.round(whole.matching / offers),
    barter_bytes_per_offer: Math.round(whole.barter / offers),
    bytes_per_further_offer: Math.round(perOffer),
    fixed_mb: rounded((whole.total - perOffer * offers) / 1e6, 1),
    gb_for_10_million: rounded((whole.total + perOffer * (LARGE - offers)) / 1e9, 2),
  })}\n`,
)

/** Bytes of both indexes with so many offers. Each is filled by itself, and the first is dropped before the second. */
function measured(count: number) {
  const matching = bytesOf(count, () => {
    const engine = createEngine(data.settings)
    return { engine, putNeed: engine.putNeed, putOffer: engine.putOffer }
  })
  const barter = bytesOf(count, () => {
    // The generated ids stand for those of the product.
    const engine = createEngine(data.settings) as unknown as ConstructorParameters<
      typeof BarterGraph
    >[0]['engine']
    const graph = new BarterGraph({ engine, clock: () => new Date(data.asOfMs), minScore: 0 })
    return {
      graph,
      putNeed: (need) => graph.putNeed(withParty(need, need.organizationId) as MatchNeed & PostingParty),
      putOffer: (offer) => graph.putOffer(withParty(offer, offer.helperId) as MatchOffer & PostingParty),
    }
  })
  return { matching, barter, total: matching + barter }
}

interface Filled {
  putNeed(need: ReturnType<typeof data.marketNeed>): void
  putOffer(offer: ReturnType<typeof data.marketOffer>): void
}

function bytesOf(count: number, create: () => Filled): number {
  const before = bytesInUse()
  const filled = create()
  putAll(count, data.marketOffer, (offer) => filled.putOffer(offer))
  putAll(Math.ceil(count / OFFERS_A_NEED), data.marketNeed, (need) => filled.putNeed(need))
  const bytes = bytesInUse() - before
  // In use until here, so that it is not collected before it is measured.
  filled.putOffer(data.marketOffer(0))
  return bytes
}

function putAll<T>(count: number, make: (at: number) => T, put: (posting: T) => void): void {
  for (let from = 0; from < count; from += PUT_AT_ONCE)
    for (let at = from; at < Math.min(count, from + PUT_AT_ONCE); at++) put(make(at))
}

function withParty<T>(posting: T, party: string): T & PostingParty {
  // A generated id stands for one of the product.
  const partyId = party as PartyId
  return { ...posting, partyId, partyIds: [partyId], partyBlocks: [] }
}

/** What JavaScript holds after full collections, typed arrays included. */
function bytesInUse(): number {
  if (!globalThis.gc) throw new Error('memory is measured with node --expose-gc')
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
