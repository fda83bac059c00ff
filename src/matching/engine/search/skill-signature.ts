import type { MatchContext } from '../context.ts'
import { shareOf } from '../factors/skills.ts'
import { IMPORTANCES } from '../rows/compiled-posting.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import { bitOf } from './traits.ts'

const MUST = IMPORTANCES.indexOf('must')
/** What cannot be: a `must` skill is missing. */
export const NOT_COVERED = -1

/** The most of an anchor's skills that a candidate can cover, by the signature of its own. */
export class SkillSignature {
  #count = 0
  readonly #exactLow: number[] = []
  readonly #exactHigh: number[] = []
  readonly #nearLow: number[] = []
  readonly #nearHigh: number[] = []
  readonly #nearest: number[] = []
  readonly #shares: number[] = []
  readonly #isMust: boolean[] = []

  /** Takes the anchor of a context. */
  read(context: MatchContext): void {
    const { anchor, anchorIsNeed, nearSkills } = context
    this.#count = anchor.skillCount
    for (let at = 0; at < this.#count; at++) {
      this.#exactLow[at] = 0
      this.#exactHigh[at] = 0
      this.#nearLow[at] = 0
      this.#nearHigh[at] = 0
      this.#nearest[at] = 0
      this.#shares[at] = anchorIsNeed ? shareOf(anchor, at, context) : 1
      this.#isMust[at] = anchorIsNeed && anchor.importance(at) === MUST
    }
    for (let entry = 0; entry < nearSkills.count; entry++)
      this.#add(nearSkills.index(entry), nearSkills.skill(entry), nearSkills.strength(entry))
  }

  /** The most coverage of an offer with these skills; `NOT_COVERED` where it lacks a `must`. */
  ofOffer(low: number, high: number): number {
    let sum = 0
    for (let at = 0; at < this.#count; at++) {
      const most = this.#most(at, low, high)
      if (this.#isMust[at] && most < MUST_RELATEDNESS) return NOT_COVERED
      sum += (this.#shares[at] ?? 0) * most
    }
    return sum
  }

  /** The most coverage of a need with these skills: it may want but one. */
  ofNeed(low: number, high: number): number {
    let most = 0
    for (let at = 0; at < this.#count; at++) most = Math.max(most, this.#most(at, low, high))
    return most
  }

  #most(at: number, low: number, high: number): number {
    if (((this.#exactLow[at] ?? 0) & low) !== 0 || ((this.#exactHigh[at] ?? 0) & high) !== 0) return 1
    if (((this.#nearLow[at] ?? 0) & low) !== 0 || ((this.#nearHigh[at] ?? 0) & high) !== 0)
      return this.#nearest[at] ?? 0
    return 0
  }

  #add(at: number, skill: number, strength: number): void {
    const bit = bitOf(skill, 64)
    const low = bit < 32 ? 1 << bit : 0
    const high = bit < 32 ? 0 : 1 << (bit - 32)
    if (strength === 1) {
      this.#exactLow[at] = (this.#exactLow[at] ?? 0) | low
      this.#exactHigh[at] = (this.#exactHigh[at] ?? 0) | high
      return
    }
    this.#nearLow[at] = (this.#nearLow[at] ?? 0) | low
    this.#nearHigh[at] = (this.#nearHigh[at] ?? 0) | high
    this.#nearest[at] = Math.max(this.#nearest[at] ?? 0, strength)
  }
}
