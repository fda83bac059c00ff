import { performance } from 'node:perf_hooks'
import type { Engine } from '../../src/engines/matching/engine-interface.ts'
import { createEngine } from '../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer } from '../../src/engines/matching/postings.ts'
import { loadLanguages } from '../../src/shared/languages/index.ts'
import { type BruteForce, createBruteForce, type Scored } from './engine-brute-force.ts'
import type { MarketData } from './engine-data.ts'
import { rounded } from './percentiles.ts'

/**
 * The engine under the stopwatch: every put and every step of a ranking is timed, and the longest is what the event loop is held
 * for, since the service lets it run between steps. The processor's time tells it without other work on the machine.
 */
export interface MeasuredRun {
  engine: Engine
  data: MarketData
  offers: number
  needs: number
  longestBlockMs: number
  longestBlockCpuMs: number
  /** What has replaced an offer of the market; null where it was removed. */
  changed: Map<number, MarketOffer | null>
}

/** One question: a need asks for offers, an offer for needs. */
export type Query = { side: 'need'; posting: MarketNeed } | { side: 'offer'; posting: MarketOffer }

export interface TimedQuery {
  query: Query
  ms: number
}

export const TOP = 20
/** Numbers of postings that are not in the market, far from those that are. */
const NEW_POSTINGS = 1_000_000_000
const WARM_UP_POSTINGS = 1_100_000_000
const UPDATES = 1_200_000_000
const WARM_UP_QUERIES = 300
const CHANGED_OFFERS = 2000
/** Of the changed offers, each of so many is removed. */
const REMOVED_OF = 10
const GENERATED_AT_ONCE = 1000

/** Puts a whole market: offers alone first, whose memory is measured, then needs. Times count puts only. */
export function buildMarket(data: MarketData, offers: number, needs: number) {
  // As the service does at its start. The tables are the same for any number of postings.
  loadLanguages()
  const empty = bytesInUse()
  const run: MeasuredRun = {
    engine: createEngine(data.settings),
    data,
    offers,
    needs,
    longestBlockMs: 0,
    longestBlockCpuMs: 0,
    changed: new Map(),
  }
  const offersMs = putAll(run, offers, data.marketOffer, (offer) => run.engine.putOffer(offer))
  const withOffers = bytesInUse()
  const needsMs = putAll(run, needs, data.marketNeed, (need) => run.engine.putNeed(need))
  const withAll = bytesInUse()
  return {
    run,
    figures: {
      build_s: rounded((offersMs + needsMs) / 1000, 2),
      offers_put_per_s: Math.round(offers / (offersMs / 1000)),
      bytes_per_offer: Math.round((withOffers - empty) / offers),
      bytes_per_posting: Math.round((withAll - empty) / (offers + needs)),
    },
  }
}

function putAll<T>(
  run: MeasuredRun,
  count: number,
  make: (at: number) => T,
  put: (posting: T) => void,
): number {
  let ms = 0
  for (let from = 0; from < count; from += GENERATED_AT_ONCE) {
    const length = Math.min(GENERATED_AT_ONCE, count - from)
    const postings = Array.from({ length }, (_, at) => make(from + at))
    for (const posting of postings) ms += timed(run, () => put(posting))
  }
  return ms
}

function timed(run: MeasuredRun, call: () => unknown): number {
  const begun = performance.now()
  const cpuBegun = process.threadCpuUsage()
  call()
  const { user, system } = process.threadCpuUsage(cpuBegun)
  const ms = performance.now() - begun
  run.longestBlockMs = Math.max(run.longestBlockMs, ms)
  run.longestBlockCpuMs = Math.max(run.longestBlockCpuMs, (user + system) / 1000)
  return ms
}

/** What JavaScript holds after a full collection, typed arrays included. */
function bytesInUse(): number {
  if (!globalThis.gc) throw new Error('memory is measured with node --expose-gc')
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Asks from both sides in turn, each side half postings of the market and half new ones; others warm up before. */
export function timeQueries(run: MeasuredRun, count: number): TimedQuery[] {
  for (let at = 0; at < WARM_UP_QUERIES; at++) {
    rank(run.engine, queryOf(run.data, at, WARM_UP_POSTINGS + at), run.data.asOfMs)
  }
  const queries = Array.from({ length: count }, (_, at) => {
    const isNew = (at >> 1) % 2 === 0
    const size = at % 2 === 0 ? run.needs : run.offers
    return queryOf(run.data, at, isNew ? NEW_POSTINGS + at : Math.floor((at / count) * size))
  })
  return queries.map((query) => ({ query, ms: timedInSteps(run, query) }))
}

/** Ranks as the service does. */
function timedInSteps(run: MeasuredRun, query: Query): number {
  const options = { limit: TOP, asOfMs: run.data.asOfMs }
  const steps =
    query.side === 'need'
      ? run.engine.rankOffersInSteps(query.posting, options)
      : run.engine.rankNeedsInSteps(query.posting, options)
  let ms = 0
  for (let isDone = false; !isDone; )
    ms += timed(run, () => {
      isDone = steps.next().done === true
    })
  return ms
}

/** Even questions are needs, odd ones offers. */
function queryOf(data: MarketData, at: number, number: number): Query {
  return at % 2 === 0
    ? { side: 'need', posting: data.marketNeed(number) }
    : { side: 'offer', posting: data.marketOffer(number) }
}

export function rank(engine: Engine, query: Query, asOfMs: number): Scored[] {
  const options = { limit: TOP, asOfMs }
  return query.side === 'need'
    ? engine.rankOffers(query.posting, options).map(({ offerId, score }) => ({ id: offerId, score }))
    : engine.rankNeeds(query.posting, options).map(({ needId, score }) => ({ id: needId, score }))
}

/** Replaces offers all over the market by other ones of the same ids, and removes some. Changes in a second. */
export function updateOffers(run: MeasuredRun): number {
  const count = Math.min(CHANGED_OFFERS, run.offers)
  const numbers = Array.from({ length: count }, (_, at) => Math.floor((at / count) * run.offers))
  numbers.forEach((number, at) => {
    const { id } = run.data.marketOffer(number)
    run.changed.set(number, at % REMOVED_OF === 0 ? null : { ...run.data.marketOffer(UPDATES + at), id })
  })
  let ms = 0
  for (const [number, offer] of run.changed) {
    const { id } = run.data.marketOffer(number)
    ms += timed(run, () => (offer ? run.engine.putOffer(offer) : run.engine.removeOffer(id)))
  }
  return Math.round(count / (ms / 1000))
}

export interface Exactness {
  exact: boolean
  sampled: number
  /** Of the questions sampled, those that took the engine longest. */
  sampled_hardest: number
  /** Questions answered otherwise than by brute force, with the first place that differs. */
  inexact: { side: string; id: string; place: number; engine: Scored | null; expected: Scored | null }[]
}

/** Compares ids, scores and order with brute force over the market as it is now. */
export function checkExactness(run: MeasuredRun, queries: readonly TimedQuery[], sample: number): Exactness {
  const { hardest, others } = sampleOf(queries, sample)
  const postings = { offers: offersNow(run), needs: needsOf(run) }
  const bruteForce = createBruteForce(postings, run.data.settings, run.data.asOfMs)
  const inexact = [...hardest, ...others].flatMap(({ query }) => {
    const engine = rank(run.engine, query, run.data.asOfMs)
    const expected = rankByBruteForce(bruteForce, query)
    const place = firstDifference(engine, expected)
    if (place < 0) return []
    const { side, posting } = query
    return [{ side, id: posting.id, place, engine: engine[place] ?? null, expected: expected[place] ?? null }]
  })
  const sampled = hardest.length + others.length
  return { exact: sampled > 0 && inexact.length === 0, sampled, sampled_hardest: hardest.length, inexact }
}

/** Half of the sample are the hardest of each side, the rest lie evenly among the others. */
function sampleOf(queries: readonly TimedQuery[], sample: number) {
  const ofSide = (['need', 'offer'] as const).map((side) => {
    const hardestFirst = queries.filter(({ query }) => query.side === side).sort((a, b) => b.ms - a.ms)
    const count = Math.min(Math.ceil(sample / 2), hardestFirst.length)
    const hardest = hardestFirst.splice(0, Math.ceil(count / 2))
    const rest = count - hardest.length
    const others = hardestFirst.filter(
      (_, at) =>
        Math.floor((at * rest) / hardestFirst.length) !== Math.floor(((at - 1) * rest) / hardestFirst.length),
    )
    return { hardest, others }
  })
  return {
    hardest: ofSide.flatMap(({ hardest }) => hardest),
    others: ofSide.flatMap(({ others }) => others),
  }
}

function* offersNow(run: MeasuredRun): Generator<MarketOffer> {
  for (let number = 0; number < run.offers; number++) {
    const changed = run.changed.get(number)
    if (changed !== null) yield changed ?? run.data.marketOffer(number)
  }
}

function* needsOf(run: MeasuredRun): Generator<MarketNeed> {
  for (let number = 0; number < run.needs; number++) yield run.data.marketNeed(number)
}

function rankByBruteForce(bruteForce: BruteForce, query: Query): Scored[] {
  return query.side === 'need'
    ? bruteForce.rankOffers(query.posting, TOP)
    : bruteForce.rankNeeds(query.posting, TOP)
}

/** The first place at which two rankings differ; -1 where they are the same. */
function firstDifference(ours: readonly Scored[], theirs: readonly Scored[]): number {
  const places = Math.max(ours.length, theirs.length)
  for (let at = 0; at < places; at++)
    if (ours[at]?.id !== theirs[at]?.id || ours[at]?.score !== theirs[at]?.score) return at
  return -1
}
