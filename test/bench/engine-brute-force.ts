import { type Market, MatchContext } from '../../src/engines/matching/context.ts'
import { createMarket } from '../../src/engines/matching/create-market.ts'
import type { EngineSettings } from '../../src/engines/matching/engine-interface.ts'
import { isEligible } from '../../src/engines/matching/gates/gates.ts'
import { Pair } from '../../src/engines/matching/pair.ts'
import type { MarketNeed, MarketOffer } from '../../src/engines/matching/postings.ts'
import {
  type CompiledPosting,
  compileNeed,
  compileOffer,
} from '../../src/engines/matching/rows/compiled-posting.ts'
import { Row } from '../../src/engines/matching/rows/row.ts'
import { Rows } from '../../src/engines/matching/rows/rows.ts'
import { scoreOf } from '../../src/engines/matching/score.ts'

/** The other side's posting and the score of the pair. */
export interface Scored {
  id: string
  score: number
}

/** Rankings without an index, candidates or bounds: each question is asked of every posting by the rules of a pair. */
export interface BruteForce {
  rankOffers(need: MarketNeed, limit: number): Scored[]
  rankNeeds(offer: MarketOffer, limit: number): Scored[]
}

/** Takes a whole market in, each posting once; its statistics are counted afresh. */
export function createBruteForce(
  postings: { offers: Iterable<MarketOffer>; needs: Iterable<MarketNeed> },
  settings: EngineSettings,
  asOfMs: number,
): BruteForce {
  const market = createMarket(settings)
  const { compiler } = market
  const offers = new Side(market, 'offer')
  const needs = new Side(market, 'need')
  for (const offer of postings.offers) offers.add(compileOffer(offer, compiler))
  for (const need of postings.needs) needs.add(compileNeed(need, compiler))
  return {
    rankOffers: (need, limit) => needs.askOf(offers, compileNeed(need, compiler), asOfMs, limit),
    rankNeeds: (offer, limit) => offers.askOf(needs, compileOffer(offer, compiler), asOfMs, limit),
  }
}

class Side {
  readonly #market: Market
  readonly #name: 'need' | 'offer'
  readonly #row: Row
  readonly #anchor: Row
  readonly #rows: Rows
  readonly #anchorRows: Rows
  readonly #slots = new Map<string, number>()

  constructor(market: Market, name: 'need' | 'offer') {
    this.#market = market
    this.#name = name
    this.#rows = new Rows(market.vocabulary)
    this.#anchorRows = new Rows(market.vocabulary)
    this.#row = new Row(this.#rows)
    this.#anchor = new Row(this.#anchorRows)
  }

  add(posting: CompiledPosting): void {
    const slot = this.#slots.size
    this.#slots.set(posting.id, slot)
    this.#rows.write(slot, posting)
    this.#count(this.#row.at(slot), 1)
  }

  /** Best of the other side for a posting of this one, which counts as if it were in the market. */
  askOf(others: Side, posting: CompiledPosting, asOfMs: number, limit: number): Scored[] {
    const anchor = this.#anchor
    this.#anchorRows.write(0, posting)
    this.#count(anchor.at(0), 1)
    const known = this.#slots.get(posting.id)
    if (known !== undefined) this.#count(this.#row.at(known), -1)
    const best = this.#scoreAll(others, asOfMs, limit)
    if (known !== undefined) this.#count(this.#row.at(known), 1)
    this.#count(anchor, -1)
    this.#anchorRows.release(0)
    return best
  }

  #scoreAll(others: Side, asOfMs: number, limit: number): Scored[] {
    const context = new MatchContext(this.#market, this.#name)
    const anchor = this.#anchor
    const other = others.#row
    context.ask(anchor, asOfMs)
    const pair = this.#name === 'need' ? new Pair(context, anchor, other) : new Pair(context, other, anchor)
    const best: Scored[] = []
    for (let slot = 0; slot < others.#slots.size; slot++) {
      pair.moveTo(slot)
      if (isEligible(pair)) keep(best, scoreOf(pair), other, limit)
    }
    return best
  }

  #count(row: Row, by: 1 | -1): void {
    const { statistics } = this.#market
    if (this.#name === 'need') statistics.countNeed(row, by)
    else statistics.countOffer(row, by)
  }
}

/** Inserts into a sorted list that keeps only the best. */
function keep(best: Scored[], score: number, row: Row, limit: number): void {
  const last = best[limit - 1]
  if (last && score < last.score) return
  const one = { id: row.id, score }
  const behind = best.findIndex(({ id, score }) => one.score > score || (one.score === score && one.id < id))
  best.splice(behind < 0 ? best.length : behind, 0, one)
  if (best.length > limit) best.pop()
}
