import { float64At, int32At, uint8At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { FACTORS } from '../factors/factors.ts'
import { nearnessOf } from '../factors/meaning.ts'
import { mostMeaningOfTopic, oddsOf, topicOdds } from '../fit.ts'
import { harmonicMean, type Limits, ROUNDING } from '../limits.ts'
import { MEANING_WORDS, WORD } from '../rows/layout.ts'
import { Row } from '../rows/row.ts'
import type { Rows } from '../rows/rows.ts'
import { CHUNK_SLOTS } from '../rows/slot-list.ts'
import { answeredBy } from '../wording/answered-words.ts'
import type { Most } from './screen.ts'

const WORDING = FACTORS.findIndex(({ name }) => name === 'wording')
const MEANING = FACTORS.findIndex(({ name }) => name === 'meaning')

/**
 * A second, cheaper check of the candidates of a chunk that passed the screen. Nine in ten are dropped because of their
 * meaning or words, so these are read for all candidates in turn before any pair is scored. The other upper bounds come
 * from the screen.
 */
export class CloserLook {
  readonly #context: MatchContext
  readonly #limits: Limits
  readonly #rows: Rows
  readonly #row: Row
  #leastOdds = Number.NEGATIVE_INFINITY
  // By candidate (see `Most`). The weights are those with a meaning if the candidate has one.
  readonly #haveMeanings = new Uint8Array(CHUNK_SLOTS)
  readonly #weighings = new Uint8Array(CHUNK_SLOTS)
  readonly #needs = new Float64Array(CHUNK_SLOTS)
  readonly #offers = new Float64Array(CHUNK_SLOTS)
  readonly #covered = new Float64Array(CHUNK_SLOTS)
  readonly #wordings = new Float64Array(CHUNK_SLOTS)
  /** Evidence of the meanings about the topic. */
  readonly #meanings = new Float64Array(CHUNK_SLOTS)
  /** Result of prefetching. Kept so that the JavaScript engine does not remove the reads. */
  prefetched = 0

  constructor(context: MatchContext, limits: Limits, rows: Rows) {
    this.#context = context
    this.#limits = limits
    this.#rows = rows
    this.#row = new Row(rows)
  }

  /** Sets the minimum topic of a match. Candidates are compared with the context's anchor. */
  read(leastTopic: number): void {
    this.#leastOdds = oddsOf(leastTopic)
  }

  /** Stores the upper bounds of the candidate at an index of the chunk. */
  store(at: number, most: Most): void {
    this.#haveMeanings[at] = most.hasMeaning ? 1 : 0
    this.#weighings[at] = most.weighing + (most.hasMeaning ? 1 : 0)
    this.#needs[at] = most.need
    this.#offers[at] = most.offer
    this.#covered[at] = most.covered
    this.#wordings[at] = most.wording
    this.#meanings[at] = mostMeaningOfTopic(false)
  }

  /** Keeps the stored candidates that can still reach a score, in their order. Returns their number. */
  sift(slots: Int32Array, count: number, least: number): number {
    this.prefetched = this.#rows.prefetch(slots, count, WORD.flags)
    const alike = this.#byMeaning(slots, count, least)
    this.prefetched = this.#rows.prefetch(slots, alike, WORD.rest + MEANING_WORDS)
    return this.#byWords(slots, alike, least)
  }

  #byMeaning(slots: Int32Array, count: number, least: number): number {
    const { anchor } = this.#context
    let kept = 0
    for (let at = 0; at < count; at++) {
      const slot = int32At(slots, at)
      if (uint8At(this.#haveMeanings, at) === 1) {
        this.#compareMeanings(at, this.#row.at(slot), anchor)
        if (!this.#reaches(at, least)) continue
      }
      slots[kept] = slot
      this.#move(at, kept++)
    }
    return kept
  }

  #compareMeanings(at: number, candidate: Row, anchor: Row): void {
    const nearness = nearnessOf(candidate.likenessTo(anchor))
    this.#meanings[at] = nearness
    this.#lower(at, MEANING, 1 - nearness)
  }

  #byWords(slots: Int32Array, count: number, least: number): number {
    let kept = 0
    for (let at = 0; at < count; at++) {
      const slot = int32At(slots, at)
      const wording = answeredBy(this.#context.wording(this.#row.at(slot)))
      this.#lower(at, WORDING, float64At(this.#wordings, at) - wording)
      this.#wordings[at] = wording
      if (this.#reaches(at, least)) slots[kept++] = slot
    }
    return kept
  }

  /** Lowers a candidate's upper bounds, now that a factor is known to be lower than its bound by this much. */
  #lower(at: number, factor: number, by: number): void {
    const weights = this.#limits.weights(uint8At(this.#weighings, at))
    this.#needs[at] = float64At(this.#needs, at) - float64At(weights.need, factor) * by
    this.#offers[at] = float64At(this.#offers, at) - float64At(weights.offer, factor) * by
  }

  #reaches(at: number, least: number): boolean {
    if (harmonicMean(float64At(this.#needs, at), float64At(this.#offers, at)) < least - ROUNDING) return false
    const odds = topicOdds(
      float64At(this.#covered, at),
      float64At(this.#wordings, at),
      float64At(this.#meanings, at),
    )
    return odds >= this.#leastOdds - ROUNDING
  }

  #move(from: number, to: number): void {
    if (from === to) return
    this.#weighings[to] = uint8At(this.#weighings, from)
    this.#needs[to] = float64At(this.#needs, from)
    this.#offers[to] = float64At(this.#offers, from)
    this.#covered[to] = float64At(this.#covered, from)
    this.#wordings[to] = float64At(this.#wordings, from)
    this.#meanings[to] = float64At(this.#meanings, from)
  }
}
