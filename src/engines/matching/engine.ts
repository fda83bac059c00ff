import { ChangeLog } from './change-log.ts'
import { type Market, MatchContext } from './context.ts'
import { createMarket } from './create-market.ts'
import type {
  BlockedOptions,
  EngineSettings,
  Ranked,
  RankOptions,
  SavableEngine,
  Standing,
} from './engine-interface.ts'
import { explanationOf } from './explain.ts'
import { ExplainedPair } from './explained-pair.ts'
import type { Explanation } from './explanation.ts'
import { FactorWeights } from './factor-weights.ts'
import { Pair } from './pair.ts'
import { PostingIndex } from './posting-index.ts'
import type { EngineIds, MarketNeed, MarketOffer } from './postings.ts'
import { type CompiledPosting, compileNeed, compileOffer } from './rows/compiled-posting.ts'
import { Row } from './rows/row.ts'
import { Rows } from './rows/rows.ts'
import { endLoading, loadPart, saveMarket } from './save-market.ts'
import { Search } from './search/search.ts'

/** Creates an empty engine, see `Engine`. */
export function createEngine<Ids extends EngineIds = EngineIds>(
  settings: EngineSettings,
): SavableEngine<Ids> {
  return createEngineOf<Ids>(createMarket(settings)).engine
}

/**
 * Creates an engine and returns it with its parts. Pass false for `countsRows` if the market's statistics already count
 * its rows.
 */
export function createEngineOf<Ids extends EngineIds = EngineIds>(market: Market, countsRows = true) {
  const { compiler, statistics, vocabulary } = market
  const needs = new PostingIndex('need', vocabulary, statistics, countsRows)
  const offers = new PostingIndex('offer', vocabulary, statistics, countsRows)
  const need = createAnchor(market, needs)
  const offer = createAnchor(market, offers)
  const offerSearch = new Search(need.context, need.row, offers)
  const needSearch = new Search(offer.context, offer.row, needs)
  const pair = new Pair(need.context, need.row, offer.row)
  // These read postings that are already in the index.
  const putNeedRow = new Row(needs.rows)
  const putOfferRow = new Row(offers.rows)
  const pairOfPutNeed = new Pair(need.context, putNeedRow, offer.row)
  const pairOfPutOffer = new Pair(need.context, need.row, putOfferRow)

  /** Grows with each change that may affect a ranking. */
  let revision = 0
  /** Identifies this engine: revisions and statistics of another engine can't be compared. */
  const identity = {}
  const offerChanges = new ChangeLog()
  // Cached because the best pairs of a ranking are usually explained next.
  const compiledNeed = cachedPerObject((posting: MarketNeed) => compileNeed(posting, compiler))
  const compiledOffer = cachedPerObject((posting: MarketOffer) => compileOffer(posting, compiler))

  function* rankOffersInSteps(posting: MarketNeed, options: RankOptions): Generator<void, Ranked[]> {
    const best = yield* need.inSteps(compiledNeed(posting), function* () {
      need.context.ask(need.row, options.asOfMs)
      yield
      return yield* offerSearch.best(options)
    })
    return best.map(({ id, score }) => ({ needId: posting.id, offerId: id, score }))
  }

  function* rankOffersAgainInSteps(
    posting: MarketNeed,
    options: RankOptions,
    before?: Standing,
  ): Generator<void, Standing> {
    return yield* need.inSteps(compiledNeed(posting), function* () {
      need.context.ask(need.row, options.asOfMs)
      yield
      const now = {
        engine: identity,
        revision,
        offersRevision: offerChanges.last,
        statistics: need.context.digest(),
      }
      const isAsked = before?.engine === identity && before.statistics === now.statistics
      const changed = isAsked ? offerChanges.since(before.revision) : undefined
      const known = before && changed ? before.ranked.map(({ offerId: id, score }) => ({ id, score })) : null
      const repaired = known && changed ? yield* offerSearch.repaired(known, changed, options) : null
      if (before && repaired && repaired === known) return { ...now, ranked: before.ranked }
      const best = repaired ?? (yield* offerSearch.best(options))
      return { ...now, ranked: best.map(({ id, score }) => ({ needId: posting.id, offerId: id, score })) }
    })
  }

  function* rankNeedsInSteps(posting: MarketOffer, options: RankOptions): Generator<void, Ranked[]> {
    const best = yield* offer.inSteps(compiledOffer(posting), function* () {
      offer.context.ask(offer.row, options.asOfMs)
      yield
      return yield* needSearch.best(options)
    })
    return best.map(({ id, score }) => ({ needId: id, offerId: posting.id, score }))
  }

  function rankOffersFor(id: string, options: RankOptions): Ranked[] {
    if (!need.moveToIndexed(id)) return []
    need.context.ask(need.row, options.asOfMs)
    const best = runToEnd(offerSearch.best(options))
    return best.map((one) => ({ needId: id, offerId: one.id, score: one.score }))
  }

  function rankNeedsFor(id: string, options: RankOptions): Ranked[] {
    if (!offer.moveToIndexed(id)) return []
    offer.context.ask(offer.row, options.asOfMs)
    const best = runToEnd(needSearch.best(options))
    return best.map((one) => ({ needId: one.id, offerId: id, score: one.score }))
  }

  function* blockedOffersInSteps(posting: MarketNeed, options: BlockedOptions) {
    return yield* need.inSteps(compiledNeed(posting), function* () {
      need.context.ask(need.row, options.asOfMs)
      yield
      return yield* offerSearch.blocked(options)
    })
  }

  function* blockedNeedsInSteps(posting: MarketOffer, options: BlockedOptions) {
    return yield* offer.inSteps(compiledOffer(posting), function* () {
      offer.context.ask(offer.row, options.asOfMs)
      yield
      return yield* needSearch.blocked(options)
    })
  }

  function explainAnchored(needPosting: MarketNeed, offerPosting: MarketOffer, rows = pair): Explanation {
    rows.restart()
    // A posting that was not put may have brought a skill whose number another skill had before.
    need.context.nearestWanted.clear()
    return explanationOf(new ExplainedPair(needPosting, offerPosting, rows))
  }

  function* explainOffersInSteps(
    needPosting: MarketNeed,
    offerPostings: readonly MarketOffer[],
    asOfMs: number,
    isPut: IsPut = neverPut,
  ): Generator<void, Explanation[]> {
    return yield* need.inSteps(compiledNeed(needPosting), function* () {
      const explanations: Explanation[] = []
      let isAsked = false
      // The query stays valid as long as the statistics do not change.
      const ask = (isCounted: boolean) => {
        if (!isAsked || isCounted) need.context.ask(need.row, asOfMs)
        isAsked = !isCounted
      }
      for (const offerPosting of offerPostings) {
        const slot = isPut(offerPosting.id) ? offers.find(offerPosting.id) : -1
        if (slot >= 0) {
          ask(false)
          putOfferRow.at(slot)
          explanations.push(explainAnchored(needPosting, offerPosting, pairOfPutOffer))
        } else {
          const explanation = offer.with(compileOffer(offerPosting, compiler), (isCounted) => {
            ask(isCounted)
            return explainAnchored(needPosting, offerPosting)
          })
          explanations.push(explanation)
        }
        yield
      }
      return explanations
    })
  }

  function* explainNeedsInSteps(
    offerPosting: MarketOffer,
    needPostings: readonly MarketNeed[],
    asOfMs: number,
    isPut: IsPut = neverPut,
  ): Generator<void, Explanation[]> {
    return yield* offer.inSteps(compiledOffer(offerPosting), function* () {
      const explanations: Explanation[] = []
      for (const needPosting of needPostings) {
        const slot = isPut(needPosting.id) ? needs.find(needPosting.id) : -1
        if (slot >= 0) {
          need.context.ask(putNeedRow.at(slot), asOfMs)
          explanations.push(explainAnchored(needPosting, offerPosting, pairOfPutNeed))
        } else {
          const explanation = need.with(compileNeed(needPosting, compiler), () => {
            need.context.ask(need.row, asOfMs)
            return explainAnchored(needPosting, offerPosting)
          })
          explanations.push(explanation)
        }
        yield
      }
      return explanations
    })
  }

  const engine: SavableEngine = {
    putNeed(posting) {
      revision++
      needs.put(compileNeed(posting, compiler))
    },
    putOffer(posting) {
      revision++
      offerChanges.record(revision, posting.id)
      offers.put(compileOffer(posting, compiler))
    },
    removeNeed(id) {
      revision++
      needs.remove(id)
    },
    removeOffer(id) {
      revision++
      offerChanges.record(revision, id)
      offers.remove(id)
    },
    rankOffers: (posting, options) => runToEnd(rankOffersInSteps(posting, options)),
    rankNeeds: (posting, options) => runToEnd(rankNeedsInSteps(posting, options)),
    rankOffersFor,
    rankNeedsFor,
    rankOffersInSteps,
    rankNeedsInSteps,
    rankOffersAgainInSteps,
    blockedOffersInSteps,
    blockedNeedsInSteps,
    isCurrent: (_, standing) => standing.engine === identity && standing.revision === revision,
    statisticsOf: (posting, asOfMs) =>
      need.with(compiledNeed(posting), () => {
        need.context.ask(need.row, asOfMs)
        return need.context.digest()
      }),
    explain: (needPosting, offerPosting, asOfMs) =>
      need.with(compileNeed(needPosting, compiler), () =>
        offer.with(compileOffer(offerPosting, compiler), () => {
          need.context.ask(need.row, asOfMs)
          return explainAnchored(needPosting, offerPosting)
        }),
      ),
    explainOffersInSteps,
    explainNeedsInSteps,
    useModel(model) {
      revision++
      offerChanges.clear(revision)
      market.weights = new FactorWeights(model)
    },
    relationsChanged() {
      revision++
      offerChanges.clear(revision)
      market.relatedness.clear()
      market.nearness.forgetRelations()
    },
    partnerOfNeed: (id) => needs.partnerOf(id),
    partnerOfOffer: (id) => offers.partnerOf(id),
    save: (partWords) => saveMarket(market, { needs, offers }, partWords),
    loadInSteps: (part, visit = () => {}) => loadPart(market, { needs, offers }, part, visit),
    endLoading() {
      revision++
      offerChanges.clear(revision)
      endLoading(market)
    },
    get size() {
      return { needs: needs.size, offers: offers.size }
    },
  }
  return {
    // The engine uses ids as plain strings internally. It only returns ids that were put in.
    engine: engine as SavableEngine<Ids>,
    needs,
    offers,
    anchors: { need, offer },
    searches: { need: offerSearch, offer: needSearch },
    compiled: { need: compiledNeed, offer: compiledOffer },
  }
}

/** Creates the row of the posting that a query is about, whether it is in the index or not. */
function createAnchor(market: Market, index: PostingIndex) {
  const rows = new Rows(market.vocabulary)
  const row = new Row(rows)
  /** Writes the posting and counts it in the statistics, as if it were in the market, until `leave` is called. */
  function enter(posting: CompiledPosting): { isCounted: boolean; leave(): void } {
    rows.write(0, posting)
    row.at(0)
    const uncount = index.countInstead(posting.id, row)
    return {
      isCounted: uncount !== null,
      leave() {
        uncount?.()
        rows.release(0)
      },
    }
  }
  return {
    row,
    context: new MatchContext(market, index.side),
    *inSteps<T>(posting: CompiledPosting, work: () => Generator<void, T>): Generator<void, T> {
      const { leave } = enter(posting)
      try {
        return yield* work()
      } finally {
        leave()
      }
    },
    /**
     * Moves to a posting of the index, which the statistics already count, until the next one is written. Returns false
     * if it is not there.
     */
    moveToIndexed(id: string): boolean {
      const slot = index.find(id)
      if (slot >= 0) row.atOf(index.rows, slot)
      return slot >= 0
    },
    /** `isCounted` tells whether the statistics had to change for the posting. */
    with<T>(posting: CompiledPosting, work: (isCounted: boolean) => T): T {
      const { isCounted, leave } = enter(posting)
      try {
        return work(isCounted)
      } finally {
        leave()
      }
    },
  }
}

type IsPut = (id: string) => boolean
const neverPut: IsPut = () => false

/** Caches the result of `make` for each object while the object lives. */
function cachedPerObject<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>()
  return (of) => {
    const known = made.get(of)
    if (known !== undefined) return known
    const value = make(of)
    made.set(of, value)
    return value
  }
}

function runToEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
