import { performance } from 'node:perf_hooks'
import MiniSearch from 'minisearch'
import type { MarketNeed, MarketOffer } from '../../src/engines/matching/postings.ts'
import type { MarketData } from './engine-data.ts'
import { TOP } from './engine-run.ts'
import { percentile, rounded } from './percentiles.ts'

/** More do not fit beside the engine in memory. */
const MOST_OFFERS = 100_000

/** minisearch with its own defaults on the texts of offers, asked by the texts of needs: words only, no gates. */
export function measureMiniSearch(data: MarketData, marketOffers: number, queries: readonly MarketNeed[]) {
  const offers = Math.min(marketOffers, MOST_OFFERS)
  const index = new MiniSearch({ fields: ['title', 'labels', 'description'] })
  let buildMs = 0
  for (let number = 0; number < offers; number++) {
    const document = textsOf(data.marketOffer(number))
    const begun = performance.now()
    index.add(document)
    buildMs += performance.now() - begun
  }
  const timesMs = queries.map((need) => {
    const { title, labels, description } = textsOf(need)
    const begun = performance.now()
    index.search(`${title} ${labels} ${description}`).slice(0, TOP)
    return performance.now() - begun
  })
  return {
    offers,
    build_s: rounded(buildMs / 1000, 2),
    queries: queries.length,
    p50_ms: rounded(percentile(timesMs, 0.5), 3),
    notes:
      'need to offers; BM25+ over the words of titles, labels and descriptions, no gates, no other factor',
  }
}

function textsOf({ id, title, skills, description }: MarketNeed | MarketOffer) {
  return { id, title, labels: skills.map(({ label }) => label).join(' '), description }
}
