import type { MatchContext } from '../context.ts'
import { isEligible } from '../gates/index.ts'
import type { RankOptions } from '../market.ts'
import { Pair } from '../pair.ts'
import type { PostingIndex } from '../posting-index.ts'
import { FLAGS, kindBits } from '../rows/flags.ts'
import { grown } from '../rows/growing-array.ts'
import { Row } from '../rows/row.ts'
import { Limits, scoreOf, TOO_LOW } from '../score.ts'
import { Best } from './best.ts'
import { blockShift } from './clusters.ts'
import { Screen } from './screen.ts'
import { sourcesOf } from './sources.ts'
import { TRAIT_WORDS } from './traits.ts'

/**
 * Finds the best of one side of the market for an anchor of the other: exactly what scoring every pair would give.
 * Candidates come from inverted lists in the order of the most that they can score; what can't reach the worst of the
 * best so far is passed by, list by list and pair by pair (as MaxScore does: Turtle and Flood 1995).
 */
export class Search {
  readonly #context: MatchContext
  readonly #index: PostingIndex
  readonly #pair: Pair
  readonly #candidate: Row
  readonly #limits = new Limits()
  readonly #screen: Screen
  /** By slot: in which question it was last looked at. */
  #seen = new Int32Array(0)
  #question = 0
  /** By cluster: 1 where anybody in it may fit the anchor. */
  #met = new Int32Array(0)

  /** `anchor` is where the context's anchor stands. */
  constructor(context: MatchContext, anchor: Row, index: PostingIndex) {
    this.#context = context
    this.#index = index
    this.#candidate = new Row(index.rows)
    this.#pair = context.anchorIsNeed
      ? new Pair(context, anchor, this.#candidate)
      : new Pair(context, this.#candidate, anchor)
    this.#screen = new Screen(context, this.#limits)
  }

  /** The best eligible candidates of the context's anchor, best first. */
  best({ limit, after, kinds, minScore = 0 }: RankOptions): { id: string; score: number }[] {
    this.#begin(kinds ? kindBits(kinds) : FLAGS.kinds)
    const best = new Best(limit, this.#index.rows)
    const { traits, clusters } = this.#index
    const { clusterOfBlock } = clusters
    const met = this.#met
    for (const source of sourcesOf(this.#context, this.#index, this.#limits)) {
      if (source.limit < Math.max(minScore, best.leastScore)) break
      for (let at = 0; at < source.slots.length; at++) {
        const slot = source.slots[at] ?? 0
        if (met[clusterOfBlock[slot >> blockShift] ?? 0] === 0) continue
        if (this.#seen[slot] === this.#question) continue
        this.#seen[slot] = this.#question
        const least = Math.max(minScore, best.leastScore)
        if (!this.#screen.passes(traits, slot * TRAIT_WORDS, least)) continue
        const score = this.#score(slot, least)
        if (score !== TOO_LOW && this.#isBehind(score, after)) best.add(slot, score)
      }
    }
    return best.sorted()
  }

  #begin(kinds: number): void {
    this.#limits.read(this.#context)
    this.#screen.read(kinds)
    const { clusters } = this.#index
    this.#met = grown(this.#met, clusters.size)
    for (let cluster = 0; cluster < clusters.size; cluster++)
      this.#met[cluster] = this.#screen.meets(clusters.fit(cluster)) ? 1 : 0
    this.#seen = grown(this.#seen, this.#index.slots)
    this.#question = (this.#question + 1) | 0
    // Once in four thousand million questions.
    if (this.#question === 0) this.#seen.fill(-1)
  }

  /** The score of a candidate; `TOO_LOW` where it is not eligible or below the least. */
  #score(slot: number, least: number): number {
    this.#pair.moveTo(slot)
    return isEligible(this.#pair) ? scoreOf(this.#pair, least, this.#limits) : TOO_LOW
  }

  #isBehind(score: number, after: RankOptions['after']): boolean {
    if (!after || score < after.score) return true
    return score === after.score && this.#candidate.id > after.id
  }
}
