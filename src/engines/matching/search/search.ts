import { float64At, int32At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { Blocked, BlockedOptions, PairFilters, RankOptions } from '../engine-interface.ts'
import { skillsCovered } from '../factors/skills.ts'
import { leastTopicNearBest, leastTopicOfFilling, topicOf } from '../fit.ts'
import { isEligible } from '../gates/gates.ts'
import { Limits } from '../limits.ts'
import { Pair } from '../pair.ts'
import type { PostingIndex } from '../posting-index.ts'
import { FLAGS, kindBits } from '../rows/flags.ts'
import { Row } from '../rows/row.ts'
import { CHUNK_SLOTS } from '../rows/slot-list.ts'
import { scoreOf, TOO_LOW } from '../score.ts'
import { LEAST_TOPIC, LEAST_TOPIC_OF_FILLING } from '../weights.ts'
import { Best } from './best.ts'
import { BlockedPairs } from './blocked-pairs.ts'
import { PairFilter } from './pair-filter.ts'
import { repairedList } from './repaired-list.ts'
import { Sieve } from './sieve.ts'
import { type Source, sourcesOf } from './sources.ts'
import { comesAfter, type Scored, trimmedList } from './trimmed-list.ts'

/** A topic and a score that a posting must both reach. */
export interface Reach {
  topic: number
  score: number
}

/** Number of blocked pairs that are checked in one step. */
const PAIRS_AT_ONCE = 128

/**
 * Finds the best postings of one side of the market for an anchor of the other. The result equals scoring every pair.
 * Candidates come from inverted lists, in the order of their maximum possible score. Lists and pairs that cannot reach
 * the worst result so far are skipped (as in MaxScore: Turtle and Flood 1995).
 */
export class Search {
  readonly #context: MatchContext
  readonly #index: PostingIndex
  readonly #pair: Pair
  readonly #candidate: Row
  readonly #limits = new Limits()
  readonly #sieve: Sieve
  #filter: PairFilter
  /** Of the last search: a posting that reaches none of these would not have changed the result. */
  reaches: Reach[] = []
  #leastTopic = 0
  /** Whether only pairs that share a skill count. */
  #sharingSkills = false

  /** `anchor` is the row of the context's anchor. */
  constructor(context: MatchContext, anchor: Row, index: PostingIndex) {
    this.#context = context
    this.#index = index
    this.#candidate = new Row(index.rows)
    this.#pair = context.anchorIsNeed
      ? new Pair(context, anchor, this.#candidate)
      : new Pair(context, this.#candidate, anchor)
    this.#sieve = new Sieve(context, index, this.#limits)
    this.#filter = new PairFilter(context, index, this.#pair, this.#candidate, {})
  }

  /**
   * Returns the best eligible candidates for the context's anchor, best first. Each step processes one chunk of a list.
   */
  *best(options: RankOptions): Generator<void, Scored[]> {
    const { leastFit = 'weak', fillTo = 0 } = options
    this.reaches = []
    const leastTopic = LEAST_TOPIC[leastFit]
    if (leastTopic <= LEAST_TOPIC_OF_FILLING) return yield* this.#bestOf(options, leastTopic)
    return yield* trimmedList(fillTo, options, {
      findFitting: (asked) => this.#bestOf(asked, leastTopic),
      findNearBest: (asked, best) => this.#bestOf(asked, this.#leastTopicNearBest(best, leastTopic)),
      keepNearBest: (rows, best) => this.#nearBest(rows, best, leastTopic),
      findFilling: (asked, beside) => this.#bestOf(asked, leastTopicOfFilling(this.#topicsOf(beside)), true),
    })
  }

  /** Returns the ranking of the context's anchor, given an earlier one (see `repairedList`). */
  *repaired(
    list: readonly Scored[],
    changed: ReadonlySet<string>,
    options: RankOptions,
  ): Generator<void, readonly Scored[] | null> {
    const { leastFit = 'weak', fillTo = 0 } = options
    const leastTopic = LEAST_TOPIC[leastFit]
    const isTrimmed = fillTo > 0 && leastTopic > LEAST_TOPIC_OF_FILLING
    return yield* repairedList(list, changed, options, {
      findChanged: (asked) => this.#bestOf(asked, isTrimmed ? LEAST_TOPIC_OF_FILLING : leastTopic),
      keepFollowing: (rows, best) => (isTrimmed ? this.#nearBest(rows, best, leastTopic) : [...rows]),
    })
  }

  #nearBest(rows: readonly Scored[], best: readonly Scored[], leastTopic: number): Scored[] {
    const topics = this.#topicsOf(rows)
    const enough = this.#leastTopicNearBest(best, leastTopic)
    return rows.filter((_, at) => float64At(topics, at) >= enough)
  }

  #leastTopicNearBest(best: readonly Scored[], leastTopic: number): number {
    return Math.max(leastTopic, leastTopicNearBest(this.#topicsOf(best)))
  }

  #topicsOf(listed: readonly Scored[]): Float64Array {
    return Float64Array.from(listed, ({ id }) => {
      this.#pair.moveTo(this.#index.find(id))
      return topicOf(this.#pair)
    })
  }

  *#bestOf(options: RankOptions, leastTopic: number, sharingSkills = false): Generator<void, Scored[]> {
    const { limit, after, minScore = 0, among } = options
    this.#leastTopic = leastTopic
    this.#sharingSkills = sharingSkills
    this.#begin(options, false)
    const best = new Best(limit, this.#index.rows)
    yield
    if (among) {
      for (const slots of this.#chunksOf(among)) {
        this.#look(slots, slots.length, best, minScore, after)
        yield
      }
      return best.sorted()
    }
    const sources = this.#sources()
    yield* this.#sieve.readLists(sources)
    for (const { slots, limit: most } of sources) {
      if (most < Math.max(minScore, best.leastScore)) break
      for (let at = 0; at < slots.chunks; at++) {
        this.#look(slots.chunk(at), slots.countOf(at), best, minScore, after)
        yield
      }
    }
    this.reaches.push({ topic: leastTopic, score: Math.max(minScore, best.leastScore) })
    return best.sorted()
  }

  /** ListSearches candidates that only gates block. Each step processes one chunk of a list, or some of its pairs. */
  *blocked(options: BlockedOptions): Generator<void, Blocked<string>> {
    this.#leastTopic = LEAST_TOPIC[options.leastFit]
    this.#begin(options, true)
    const pairs = new BlockedPairs(this.#pair, this.#candidate, this.#index, options)
    yield
    const sources = this.#sources()
    yield* this.#sieve.readLists(sources)
    for (const { slots, limit: most } of sources) {
      if (most < pairs.leastScore) break
      for (let at = 0; at < slots.chunks; at++) {
        yield* this.#lookAtBlocked(slots.chunk(at), slots.countOf(at), pairs)
      }
    }
    this.reaches = [{ topic: this.#leastTopic, score: pairs.leastScore }]
    return { nearMisses: pairs.nearMisses(), counts: pairs.counts(), isComplete: pairs.isComplete }
  }

  *#lookAtBlocked(slots: Int32Array, count: number, pairs: BlockedPairs): Generator<void, void> {
    const { left } = this.#sieve
    const promising = this.#sieve.keep(slots, count, pairs.leastScore)
    yield
    for (let at = 0; at < promising; at++) {
      // While pairs are counted, many pairs of a chunk are checked in full.
      if (at % PAIRS_AT_ONCE === PAIRS_AT_ONCE - 1) yield
      const slot = int32At(left, at)
      if (!this.#sieve.maySuit(slot, pairs.leastScore)) continue
      this.#pair.moveTo(slot)
      this.#sieve.recall(this.#pair, at)
      if (this.#filter.keeps()) pairs.take(slot, this.#limits)
    }
  }

  #sources(): Source[] {
    const { only } = this.#filter
    if (only) return [{ slots: only, limit: 1 }]
    const { ignoresGates } = this.#sieve
    return sourcesOf(this.#context, this.#index, {
      limits: this.#limits,
      leastTopic: this.#leastTopic,
      ignoresGates,
    })
  }

  /** Yields the slots of these ids, in chunks of the size that is processed at once. */
  *#chunksOf(ids: readonly string[]): Generator<Int32Array> {
    for (let from = 0; from < ids.length; from += CHUNK_SLOTS) {
      const slots = ids.slice(from, from + CHUNK_SLOTS).map((id) => this.#index.find(id))
      yield Int32Array.from(slots.filter((slot) => slot >= 0))
    }
  }

  /** Adds the best of some candidates. */
  #look(slots: Int32Array, count: number, best: Best, minScore: number, after: RankOptions['after']): void {
    const { left } = this.#sieve
    const promising = this.#sieve.keep(slots, count, Math.max(minScore, best.leastScore))
    for (let at = 0; at < promising; at++) {
      const slot = int32At(left, at)
      const least = Math.max(minScore, best.leastScore)
      // Checks again with this candidate's own bounds. The minimum may also have risen.
      if (!this.#sieve.maySuit(slot, least)) continue
      this.#pair.moveTo(slot)
      this.#sieve.recall(this.#pair, at)
      const score = this.#score(least)
      if (score !== TOO_LOW && this.#comesAfter(score, after)) best.add(slot, score)
    }
  }

  #begin(filters: PairFilters, ignoresGates: boolean): void {
    const { kinds } = filters
    this.#limits.read(this.#context)
    this.#filter = new PairFilter(this.#context, this.#index, this.#pair, this.#candidate, filters)
    const ofKinds = kinds ? kindBits(kinds) : FLAGS.kinds
    this.#sieve.begin(this.#filter, { kinds: ofKinds, leastTopic: this.#leastTopic, ignoresGates })
  }

  /** Returns the score of the current pair, or `TOO_LOW` if it is not eligible or below the minimum. */
  #score(least: number): number {
    if (!this.#filter.keeps()) return TOO_LOW
    // Scores are computed before gates, because they exclude far more candidates.
    const score = scoreOf(this.#pair, least, this.#limits)
    if (score === TOO_LOW || topicOf(this.#pair) < this.#leastTopic) return TOO_LOW
    if (this.#sharingSkills && skillsCovered(this.#pair) === 0) return TOO_LOW
    return isEligible(this.#pair) ? score : TOO_LOW
  }

  #comesAfter(score: number, after: RankOptions['after']): boolean {
    return !after || comesAfter({ id: this.#candidate.id, score }, after)
  }
}
