import { type Market, MatchContext } from './context.ts'
import { createMarket } from './create-market.ts'
import type { Engine, EngineSettings, Ranked, RankOptions } from './engine-interface.ts'
import { explanationOf } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { FactorWeights } from './factor-weights.ts'
import { Pair } from './pair.ts'
import { PostingIndex } from './posting-index.ts'
import type { EngineIds, MarketNeed, MarketOffer } from './postings.ts'
import { type CompiledPosting, compileNeed, compileOffer } from './rows/compiled-posting.ts'
import { Row } from './rows/row.ts'
import { Rows } from './rows/rows.ts'
import { Search } from './search/search.ts'
import { ShownPair } from './shown-pair.ts'

/** Makes an empty engine: see `Engine` for what it does. */
export function createEngine<Ids extends EngineIds = EngineIds>(settings: EngineSettings): Engine<Ids> {
  const market = createMarket(settings)
  const { compiler, statistics, vocabulary } = market
  const needs = new PostingIndex('need', vocabulary, statistics)
  const offers = new PostingIndex('offer', vocabulary, statistics)
  const need = createAnchor(market, needs)
  const offer = createAnchor(market, offers)
  const offerSearch = new Search(need.context, need.row, offers)
  const needSearch = new Search(offer.context, offer.row, needs)
  const pair = new Pair(need.context, need.row, offer.row)

  function* rankOffersInSteps(posting: MarketNeed, options: RankOptions): Generator<void, Ranked[]> {
    const best = yield* need.inSteps(compileNeed(posting, compiler), function* () {
      need.context.ask(need.row, options.asOfMs)
      return yield* offerSearch.best(options)
    })
    return best.map(({ id, score }) => ({ needId: posting.id, offerId: id, score }))
  }

  function* rankNeedsInSteps(posting: MarketOffer, options: RankOptions): Generator<void, Ranked[]> {
    const best = yield* offer.inSteps(compileOffer(posting, compiler), function* () {
      offer.context.ask(offer.row, options.asOfMs)
      return yield* needSearch.best(options)
    })
    return best.map(({ id, score }) => ({ needId: id, offerId: posting.id, score }))
  }

  function explainAnchored(needPosting: MarketNeed, offerPosting: MarketOffer): Explanation {
    pair.restart()
    return explanationOf(new ShownPair(needPosting, offerPosting, pair))
  }

  const engine: Engine = {
    putNeed: (posting) => needs.put(compileNeed(posting, compiler)),
    putOffer: (posting) => offers.put(compileOffer(posting, compiler)),
    removeNeed: (id) => needs.remove(id),
    removeOffer: (id) => offers.remove(id),
    rankOffers: (posting, options) => atOnce(rankOffersInSteps(posting, options)),
    rankNeeds: (posting, options) => atOnce(rankNeedsInSteps(posting, options)),
    rankOffersInSteps,
    rankNeedsInSteps,
    explain: (needPosting, offerPosting, asOfMs) =>
      need.with(compileNeed(needPosting, compiler), () =>
        offer.with(compileOffer(offerPosting, compiler), () => {
          need.context.ask(need.row, asOfMs)
          return explainAnchored(needPosting, offerPosting)
        }),
      ),
    explainOffers: (needPosting, offerPostings, asOfMs) =>
      need.with(compileNeed(needPosting, compiler), () => {
        let isAsked = false
        return offerPostings.map((offerPosting) =>
          offer.with(compileOffer(offerPosting, compiler), (isCounted) => {
            // What was asked holds as long as nothing else counts.
            if (!isAsked || isCounted) need.context.ask(need.row, asOfMs)
            isAsked = !isCounted
            return explainAnchored(needPosting, offerPosting)
          }),
        )
      }),
    explainNeeds: (offerPosting, needPostings, asOfMs) =>
      offer.with(compileOffer(offerPosting, compiler), () =>
        needPostings.map((needPosting) =>
          need.with(compileNeed(needPosting, compiler), () => {
            need.context.ask(need.row, asOfMs)
            return explainAnchored(needPosting, offerPosting)
          }),
        ),
      ),
    useModel: (model) => {
      market.weights = new FactorWeights(model)
    },
    relationsChanged: () => market.relatedness.forget(),
    partnerOfNeed: (id) => needs.partnerOf(id),
    partnerOfOffer: (id) => offers.partnerOf(id),
    get size() {
      return { needs: needs.size, offers: offers.size }
    },
  }
  // Inside, ids are texts. Those that come out are the ones that were put in.
  return engine as Engine<Ids>
}

/** Where a posting stands that is asked about, be it in the index or not. */
function createAnchor(market: Market, index: PostingIndex) {
  const rows = new Rows(market.vocabulary)
  const row = new Row(rows)
  /**
   * Works as if the posting were in the market: it counts in the statistics like any other. `work` is told whether
   * they had to be changed for it.
   */
  function* inSteps<T>(
    posting: CompiledPosting,
    work: (isCounted: boolean) => Generator<void, T>,
  ): Generator<void, T> {
    rows.write(0, posting)
    row.at(0)
    const uncount = index.countInstead(posting.id, row)
    try {
      return yield* work(uncount !== null)
    } finally {
      uncount?.()
      rows.release(0)
    }
  }
  return {
    row,
    context: new MatchContext(market, index.side),
    inSteps,
    with<T>(posting: CompiledPosting, work: (isCounted: boolean) => T): T {
      return atOnce(
        // biome-ignore lint/correctness/useYield: work of one step.
        inSteps(posting, function* (isCounted) {
          return work(isCounted)
        }),
      )
    },
  }
}

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
