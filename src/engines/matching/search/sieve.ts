import { int32At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { Limits } from '../limits.ts'
import type { Pair } from '../pair.ts'
import type { PostingIndex } from '../posting-index.ts'
import { grown } from '../rows/growing-array.ts'
import { CHUNK_SLOTS } from '../rows/slot-list.ts'
import { CloserLook } from './closer-look.ts'
import { blockShift } from './clusters.ts'
import { FirstLook } from './first-look.ts'
import { HeadBounds } from './head-bounds.ts'
import { ListBounds } from './list-bounds.ts'
import type { PairFilter } from './pair-filter.ts'
import { Screen } from './screen.ts'
import type { Source } from './sources.ts'

/** As many as fit in a byte. */
const QUESTIONS = 255

/** What a search looks for, besides the context's anchor. */
interface Sought {
  /** Requested kinds of offer, as flags. */
  kinds: number
  leastTopic: number
  ignoresGates: boolean
}

/** Drops the candidates of a list that can't be among the best, in stages from the cheapest to the most exact. */
export class Sieve {
  readonly #context: MatchContext
  readonly #index: PostingIndex
  readonly #limits: Limits
  readonly #lists: ListBounds
  readonly #first: FirstLook
  readonly #screen: Screen
  readonly #closer: CloserLook
  #filter: PairFilter | undefined
  /** By slot: the number of the query that last visited it. */
  #seen = new Uint8Array(0)
  #question = 0
  /** By cluster: 1 if any of its postings may fit the anchor. */
  #met = new Int32Array(0)
  /** Share of all slots that belong to these clusters. */
  #metShare = 0
  /** Candidates that remain after a stage. */
  readonly left = new Int32Array(CHUNK_SLOTS)
  /** Result of prefetching. Kept so that the JavaScript engine does not remove the reads. */
  prefetched = 0

  constructor(context: MatchContext, index: PostingIndex, limits: Limits) {
    this.#context = context
    this.#index = index
    this.#limits = limits
    this.#lists = new ListBounds(context, index)
    const heads = new HeadBounds(context)
    this.#first = new FirstLook(context, limits, this.#lists, heads)
    this.#screen = new Screen(context, limits, this.#lists, heads)
    this.#closer = new CloserLook(context, limits, index.rows)
  }

  /** Begins a search for the context's anchor. */
  begin(filter: PairFilter, { kinds, leastTopic, ignoresGates }: Sought): void {
    const { clusters, slots } = this.#index
    this.#limits.read(this.#context)
    this.#filter = filter
    this.#screen.read(kinds, leastTopic, ignoresGates)
    this.#closer.read(leastTopic)
    this.#lists.begin()
    this.#met = grown(this.#met, clusters.size)
    let slotsMet = 0
    for (let cluster = 0; cluster < clusters.size; cluster++) {
      const isMet = this.#screen.meets(clusters.fit(cluster))
      this.#met[cluster] = isMet ? 1 : 0
      if (isMet) slotsMet += clusters.slotsOf(cluster)
    }
    this.#metShare = slotsMet / Math.max(1, slots)
    this.#seen = grown(this.#seen, slots)
    this.#question = (this.#question % QUESTIONS) + 1
    if (this.#question === 1) this.#seen.fill(0)
  }

  /** Whether candidates blocked by gates pass too, if the anchor's partner may see them. */
  get ignoresGates(): boolean {
    return this.#screen.ignoresGates
  }

  /** Sums up the bounds of candidates if many will be looked at. */
  *readLists(sources: readonly Source[]): Generator<void, void> {
    const ofSkills = sources.filter(({ byWords }) => !byWords)
    const read = ofSkills.length > 0 ? ofSkills : sources
    const entries = read.reduce((sum, { slots }) => sum + slots.size, 0)
    yield* this.#lists.read(entries * this.#metShare)
    if (this.#lists.isKnown) this.#first.read()
  }

  /**
   * Keeps the candidates that can reach a score and the minimum topic. Works in stages, each a short loop over the
   * remaining candidates, so that the processor can load the memory of many candidates at once. Returns their number.
   */
  keep(slots: Int32Array, count: number, least: number): number {
    const { traits } = this.#index
    const { left } = this
    const found = this.#sift(slots, count)
    const fitting = this.#lists.isKnown ? this.#first.sift(left, found, traits, least) : found
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
    const { traits } = this.#index
    const { left } = this
    const unseen = this.#takeUnseen(slots, count)
    const filter = this.#filter
    let fitting = 0
    for (let at = 0; at < unseen; at++) {
      const slot = int32At(left, at)
      const fit = traits.fitOf(slot)
      if (this.#screen.fits(fit) && filter?.mayKeep(fit)) left[fitting++] = slot
    }
    return fitting
  }

  /**
   * Takes the candidates of clusters that may fit and that were not visited yet. Returns their number. It has no branches,
   * which the processor could not predict.
   */
  #takeUnseen(slots: Int32Array, count: number): number {
    const { clusterOfBlock } = this.#index.clusters
    const met = this.#met
    const seen = this.#seen
    const question = this.#question
    const { left } = this
    let taken = 0
    for (let at = 0; at < count; at++) {
      const slot = int32At(slots, at)
      const isUnseen = seen[slot] === question ? 0 : 1
      seen[slot] = question
      left[taken] = slot
      taken += isUnseen & (met[int32At(clusterOfBlock, slot >> blockShift)] ?? 1)
    }
    return taken
  }

  /** Checks a kept candidate again with its own bounds, and sets the limits to these. The minimum may have risen. */
  maySuit(slot: number, least: number): boolean {
    return this.#screen.maySuit(slot, this.#index.traits, least)
  }

  /** Sets what is known of the kept candidate at an index, to which the pair has moved. */
  recall(pair: Pair, at: number): void {
    this.#closer.recall(pair, at)
  }
}
