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
import { grown } from '../rows/growing-array.ts'
import { Row } from '../rows/row.ts'
import { CHUNK_SLOTS } from '../rows/slot-list.ts'
import { scoreOf, TOO_LOW } from '../score.ts'
import { LEAST_TOPIC, LEAST_TOPIC_OF_FILLING } from '../weights.ts'
import { Best } from './best.ts'
import { BlockedPairs } from './blocked-pairs.ts'
import { CloserLook } from './closer-look.ts'
import { blockShift } from './clusters.ts'
import { PairFilter } from './pair-filter.ts'
import { repairedList } from './repaired-list.ts'
import { Screen } from './screen.ts'
import { type Source, sourcesOf } from './sources.ts'
import { comesAfter, type Scored, trimmedList } from './trimmed-list.ts'

/** A topic and a score that a posting must both reach. */
export interface Reach {
  topic: number
  score: number
}

/** As many as fit in a byte. */
const QUESTIONS = 255
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
  readonly #screen: Screen
  readonly #closer: CloserLook
  #filter: PairFilter
  /** By slot: the number of the query that last visited it. */
  #seen = new Uint8Array(0)
  #question = 0
  /** Candidates that remain after a stage. */
  readonly #left = new Int32Array(CHUNK_SLOTS)
  /** Result of prefetching. Kept so that the JavaScript engine does not remove the reads. */
  prefetched = 0
  /** Of the last search: a posting that reaches none of these would not have changed the result. */
  reaches: Reach[] = []
  #leastTopic = 0
  /** Whether only pairs that share a skill count. */
  #sharingSkills = false
  /** By cluster: 1 if any of its postings may fit the anchor. */
  #met = new Int32Array(0)

  /** `anchor` is the row of the context's anchor. */
  constructor(context: MatchContext, anchor: Row, index: PostingIndex) {
    this.#context = context
    this.#index = index
    this.#candidate = new Row(index.rows)
    this.#pair = context.anchorIsNeed
      ? new Pair(context, anchor, this.#candidate)
      : new Pair(context, this.#candidate, anchor)
    this.#screen = new Screen(context, this.#limits)
    this.#closer = new CloserLook(context, this.#limits, index.rows)
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
    for (const { slots, limit: most } of this.#sources()) {
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
    for (const { slots, limit: most } of this.#sources()) {
      if (most < pairs.leastScore) break
      for (let at = 0; at < slots.chunks; at++) {
        yield* this.#lookAtBlocked(slots.chunk(at), slots.countOf(at), pairs)
      }
    }
    this.reaches = [{ topic: this.#leastTopic, score: pairs.leastScore }]
    return { nearMisses: pairs.nearMisses(), counts: pairs.counts(), isComplete: pairs.isComplete }
  }

  *#lookAtBlocked(slots: Int32Array, count: number, pairs: BlockedPairs): Generator<void, void> {
    const { traits } = this.#index
    const left = this.#left
    const promising = this.#sieve(slots, count, pairs.leastScore)
    yield
    for (let at = 0; at < promising; at++) {
      // While pairs are counted, many pairs of a chunk are checked in full.
      if (at % PAIRS_AT_ONCE === PAIRS_AT_ONCE - 1) yield
      const slot = int32At(left, at)
      if (!this.#screen.maySuit(slot, traits, pairs.leastScore)) continue
      this.#pair.moveTo(slot)
      if (this.#filter.keeps()) pairs.take(slot, this.#limits)
    }
  }

  #sources(): Source[] {
    const { only } = this.#filter
    if (only) return [{ slots: only, limit: 1 }]
    const { ignoresGates } = this.#screen
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
    const { traits } = this.#index
    const left = this.#left
    const promising = this.#sieve(slots, count, Math.max(minScore, best.leastScore))
    for (let at = 0; at < promising; at++) {
      const slot = int32At(left, at)
      const least = Math.max(minScore, best.leastScore)
      // Checks again with this candidate's own bounds. The minimum may also have risen.
      if (!this.#screen.maySuit(slot, traits, least)) continue
      const score = this.#score(slot, least)
      if (score !== TOO_LOW && this.#comesAfter(score, after)) best.add(slot, score)
    }
  }

  /**
   * Keeps the candidates that can reach a score and the minimum topic. Works in stages, each a short loop over the
   * remaining candidates, so that the processor can load the memory of many candidates at once. Returns their number.
   */
  #sieve(slots: Int32Array, count: number, least: number): number {
    const { traits } = this.#index
    const left = this.#left
    const fitting = this.#sift(slots, count)
    this.prefetched = traits.prefetch(left, fitting)
    let suited = 0
    for (let at = 0; at < fitting; at++) {
      const slot = int32At(left, at)
      if (!this.#screen.maySuit(slot, traits, least)) continue
      this.#closer.store(suited, this.#screen.most)
      left[suited++] = slot
    }
    return this.#closer.sift(left, suited, least)
  }

  /** Keeps the candidates that were not visited yet and may fit by their trait `fit`. Returns their number. */
  #sift(slots: Int32Array, count: number): number {
    const { traits, clusters } = this.#index
    const { clusterOfBlock } = clusters
    const met = this.#met
    const seen = this.#seen
    const question = this.#question
    const left = this.#left
    let fitting = 0
    for (let at = 0; at < count; at++) {
      const slot = int32At(slots, at)
      if (met[int32At(clusterOfBlock, slot >> blockShift)] === 0 || seen[slot] === question) continue
      seen[slot] = question
      const fit = traits.fitOf(slot)
      if (this.#screen.fits(fit) && this.#filter.mayKeep(fit)) left[fitting++] = slot
    }
    return fitting
  }

  #begin(filters: PairFilters, ignoresGates: boolean): void {
    const { kinds } = filters
    this.#limits.read(this.#context)
    this.#filter = new PairFilter(this.#context, this.#index, this.#pair, this.#candidate, filters)
    this.#screen.read(kinds ? kindBits(kinds) : FLAGS.kinds, this.#leastTopic, ignoresGates)
    this.#closer.read(this.#leastTopic)
    const { clusters } = this.#index
    this.#met = grown(this.#met, clusters.size)
    for (let cluster = 0; cluster < clusters.size; cluster++)
      this.#met[cluster] = this.#screen.meets(clusters.fit(cluster)) ? 1 : 0
    this.#seen = grown(this.#seen, this.#index.slots)
    this.#question = (this.#question % QUESTIONS) + 1
    if (this.#question === 1) this.#seen.fill(0)
  }

  /** Returns the score of a candidate, or `TOO_LOW` if it is not eligible or below the minimum. */
  #score(slot: number, least: number): number {
    this.#pair.moveTo(slot)
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
