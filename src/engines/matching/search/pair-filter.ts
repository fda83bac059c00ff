import type { MatchContext } from '../context.ts'
import type { PairFilters } from '../engine-interface.ts'
import type { Pair } from '../pair.ts'
import type { PostingIndex } from '../posting-index.ts'
import { FITTING_MODALITIES } from '../rows/compiled-posting.ts'
import { FLAGS, modalityBits } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'

/**
 * Filters pairs as the caller requested. It changes no score, so a filtered ranking is the ranking without some rows.
 */
export class PairFilter {
  readonly #pair: Pair
  readonly #candidate: Row
  /** Undefined for any. For needs, the sets of offers' modalities that fit them, which identify the needs' own. */
  readonly #modalities: readonly number[] | undefined
  readonly #maxDistanceKm: number
  readonly #skill: number | undefined
  readonly #except: ReadonlySet<number>
  readonly #index: PostingIndex

  /** `candidate` is the row of the pair that moves over the postings of the index. */
  constructor(context: MatchContext, index: PostingIndex, pair: Pair, candidate: Row, filters: PairFilters) {
    const { modalities, maxDistanceKm = Number.POSITIVE_INFINITY, skill, except = [] } = filters
    this.#pair = pair
    this.#candidate = candidate
    this.#index = index
    this.#modalities = modalities?.map((one) =>
      modalityBits(context.anchorIsNeed ? [one] : FITTING_MODALITIES[one]),
    )
    this.#maxDistanceKm = maxDistanceKm
    this.#skill = skill === undefined ? undefined : context.market.vocabulary.skills.find(skill)
    this.#except = new Set(except.map((id) => index.find(id)))
  }

  /** The list that contains all candidates that can pass, if a skill is required. */
  get only() {
    return this.#skill === undefined ? undefined : this.#index.withSkill(this.#skill)
  }

  /** Checks the trait `fit` first, which is cheap. */
  mayKeep(fit: number): boolean {
    return this.#modalities?.includes(fit & FLAGS.modalities) ?? true
  }

  /** Returns whether the current pair passes the filter. */
  keeps(): boolean {
    const candidate = this.#candidate
    if (!this.mayKeep(candidate.flags) || this.#except.has(candidate.slot) || !this.#hasSkill()) return false
    return this.#maxDistanceKm === Number.POSITIVE_INFINITY || this.#pair.distanceKm <= this.#maxDistanceKm
  }

  #hasSkill(): boolean {
    if (this.#skill === undefined) return true
    const candidate = this.#candidate
    for (let at = 0; at < candidate.skillCount; at++)
      if (candidate.skill(at) === this.#skill && !candidate.isHint(at)) return true
    return false
  }
}
