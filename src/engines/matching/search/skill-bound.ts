import { float64At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { shareOf } from '../factors/skills.ts'
import type { NearSkills } from '../near-skills.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import { MOST } from '../rows/layout.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import { ANY_SKILL, SKILL_TRAITS, skillTrait } from './skill-traits.ts'

const MUST = IMPORTANCES.indexOf('must')
/** A `must` skill is missing. */
export const NOT_COVERED = -1

/** Upper bound of the coverage of an anchor's skills, from the skills in a candidate's traits, ignoring levels. */
export class SkillBound {
  #near: NearSkills | undefined
  #count = 0
  readonly #shares = new Float64Array(MOST.listed)
  readonly #isMust: boolean[] = []
  /** By the anchor's skills: the best of the candidate that is looked at. */
  readonly #best = new Float64Array(MOST.listed)

  /** Reads the anchor of a context. Missing `must` skills matter unless gates are ignored. */
  read(context: MatchContext, ignoresGates: boolean): void {
    const { anchor, anchorIsNeed, nearSkills } = context
    this.#near = nearSkills
    this.#count = anchor.skillCount
    for (let at = 0; at < this.#count; at++) {
      this.#shares[at] = anchorIsNeed ? shareOf(anchor, at, context) : 1
      this.#isMust[at] = !ignoresGates && anchorIsNeed && anchor.importance(at) === MUST
    }
  }

  /** The most coverage of an offer with these traits; `NOT_COVERED` where it lacks a `must`. */
  ofOffer(traits: Int32Array, start: number): number {
    if (!this.#compare(traits, start)) return 1
    let sum = 0
    for (let at = 0; at < this.#count; at++) {
      const best = float64At(this.#best, at)
      if (best < MUST_RELATEDNESS && this.#isMust[at]) return NOT_COVERED
      sum += float64At(this.#shares, at) * best
    }
    return sum
  }

  /** Maximum coverage of a need with these traits, which may want only one skill. */
  ofNeed(traits: Int32Array, start: number): number {
    if (!this.#compare(traits, start)) return 1
    let most = 0
    for (let at = 0; at < this.#count; at++) most = Math.max(most, float64At(this.#best, at))
    return most
  }

  /** False where the candidate may have any skill. */
  #compare(traits: Int32Array, start: number): boolean {
    const near = this.#near
    for (let at = 0; at < this.#count; at++) this.#best[at] = 0
    for (let at = 0; at < SKILL_TRAITS && near; at++) {
      const trait = skillTrait(traits, start, at)
      if (trait === 0) break
      if (trait === ANY_SKILL) return false
      for (let entry = near.first(trait - 1); entry >= 0; entry = near.next(entry)) {
        const index = near.index(entry)
        if (near.strength(entry) > float64At(this.#best, index)) this.#best[index] = near.strength(entry)
      }
    }
    return true
  }
}
