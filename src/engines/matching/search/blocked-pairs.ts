import { itemAt } from '../../../shared/item-at.ts'
import type { BlockedCount, BlockedOptions } from '../engine-interface.ts'
import type { GateCode } from '../explanation.ts'
import { topicOf } from '../fit.ts'
import { GATES } from '../gates/gates.ts'
import type { Limits } from '../limits.ts'
import type { Pair } from '../pair.ts'
import type { PostingIndex } from '../posting-index.ts'
import type { OfferKind } from '../postings.ts'
import { FLAGS, kindBits } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'
import { scoreOf, TOO_LOW } from '../score.ts'
import { LEAST_TOPIC, MOST_KM_TO_ASK_FOR } from '../weights.ts'
import { Best } from './best.ts'

const KINDS: readonly OfferKind[] = ['volunteer', 'intern', 'barter', 'paid']

/**
 * Counts the pairs that only gates block, by gate, and keeps the near misses. Near misses are ordered by their score,
 * halved for each shut gate after the first, so that pairs one change away come before pairs two changes away.
 */
export class BlockedPairs {
  readonly #pair: Pair
  readonly #candidate: Row
  readonly #options: BlockedOptions
  readonly #leastTopic: number
  readonly #minScore: number
  readonly #kinds: number
  /** Bits by index in `GATES`. */
  readonly #leftOut: number
  readonly #leftOutOfOthers: number
  readonly #best: Best
  readonly #counts = new Map<GateCode, BlockedCount>()
  #counted = 0

  /** `candidate` is the row of the pair that moves. */
  constructor(pair: Pair, candidate: Row, index: PostingIndex, options: BlockedOptions) {
    this.#pair = pair
    this.#candidate = candidate
    this.#options = options
    this.#leastTopic = LEAST_TOPIC[options.leastFit]
    this.#minScore = options.minScore ?? 0
    this.#kinds = options.kinds ? kindBits(options.kinds) : FLAGS.kinds
    this.#leftOut = gateBits(['nothing_in_common', ...options.leaveOut])
    this.#leftOutOfOthers = gateBits(options.leaveOutOfOthers)
    this.#best = new Best(options.limit, index.rows)
  }

  /** The minimum score at which another pair matters: any score while pairs are counted, later that of a near miss. */
  get leastScore(): number {
    return this.#isCounting ? this.#minScore : Math.max(this.#minScore, this.#best.leastScore)
  }

  /** Adds the current pair if only gates block it. `limits` are the upper bounds of its candidate. */
  take(slot: number, limits: Limits): void {
    const pair = this.#pair
    if (this.#isOver() || !this.#isAskedFor() || !this.#isShown() || topicOf(pair) < this.#leastTopic) return
    // Computed before the gates: once counting has ended, scores exclude far more pairs than gates do.
    const score = scoreOf(pair, this.leastScore, limits)
    if (score === TOO_LOW) return
    const shut = shutGates(pair)
    if (shut === 0 || (shut & this.#leftOut) !== 0) return
    if (!pair.isOfOnePartner && (shut & this.#leftOutOfOthers) !== 0) return
    this.#count(shut)
    if (!this.#isFar(shut)) this.#best.add(slot, worthOf(score, shut))
  }

  /** Returns the ids of the near misses, nearest first. */
  nearMisses(): string[] {
    return this.#best.sorted().map(({ id }) => id)
  }

  /** Returns the counts by gate. Gates that alone block the most pairs come first. */
  counts(): BlockedCount[] {
    return [...this.#counts.values()].sort(
      (a, b) => b.alone - a.alone || b.count - a.count || (a.code < b.code ? -1 : 1),
    )
  }

  /** Whether every pair was counted. */
  get isComplete(): boolean {
    return this.#isCounting
  }

  get #isCounting(): boolean {
    return this.#counted <= this.#options.mostCounted
  }

  /** A candidate past its end or deadline, or that accepts no kind of help any more, counts as closed. */
  #isOver(): boolean {
    const { need, context } = this.#pair
    if (this.#candidate.endDay < context.today) return true
    return !context.anchorIsNeed && (need.extra <= context.asOfMs || (need.flags & FLAGS.kinds) === 0)
  }

  #isAskedFor(): boolean {
    return (this.#pair.offer.flags & this.#kinds) !== 0
  }

  /** The anchor's partner sees its own postings and those visible to the network. */
  #isShown(): boolean {
    return this.#pair.isOfOnePartner || (this.#candidate.flags & FLAGS.network) !== 0
  }

  /** The offer is not remote, and too far away for anybody to travel. */
  #isFar(shut: number): boolean {
    if ((shut & OUT_OF_REACH) === 0) return false
    return (this.#pair.offer.flags & FLAGS.onsite) !== 0 && this.#pair.distanceKm > MOST_KM_TO_ASK_FOR
  }

  #count(shut: number): void {
    if (!this.#isCounting || ++this.#counted > this.#options.mostCounted) return
    const isAlone = bitCount(shut) === 1
    const kind = KINDS.find((one) => (this.#pair.offer.flags & FLAGS[one]) !== 0)
    for (let at = 0; at < GATES.length; at++) {
      if ((shut & (1 << at)) === 0) continue
      const { code } = itemAt(GATES, at)
      const known = this.#counts.get(code) ?? newCount(code)
      this.#counts.set(code, known)
      known.count++
      if (isAlone) known.alone++
      if (kind) known.kinds[kind]++
    }
  }
}

const OUT_OF_REACH = gateBits(['place_out_of_reach'])

/** Exact, because halving is. */
function worthOf(score: number, shut: number): number {
  return score / 2 ** (bitCount(shut) - 1)
}

function newCount(code: GateCode): BlockedCount {
  return { code, count: 0, alone: 0, kinds: { volunteer: 0, intern: 0, barter: 0, paid: 0 } }
}

function gateBits(codes: readonly GateCode[]): number {
  return GATES.reduce((bits, { code }, at) => (codes.includes(code) ? bits | (1 << at) : bits), 0)
}

function shutGates(pair: Pair): number {
  let bits = 0
  for (let at = 0; at < GATES.length; at++) if (!itemAt(GATES, at).isOpen(pair)) bits |= 1 << at
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
