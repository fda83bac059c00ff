import { float64At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { shareOf } from '../factors/skills.ts'
import type { NearSkills } from '../near-skills.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import { MOST } from '../rows/layout.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import { ANY_SKILL, confidenceOfTrait, SKILL_TRAITS, skillTrait } from './skill-traits.ts'

const MUST = IMPORTANCES.indexOf('must')

/** Upper bounds of the skill evidence of a pair, from the skills in a candidate's traits, ignoring levels. */
export class SkillBound {
  #near: NearSkills | undefined
  #anchorIsNeed = false
  #count = 0
  readonly #shares = new Float64Array(MOST.listed)
  readonly #confidences = new Float64Array(MOST.listed)
  readonly #isMust: boolean[] = []
  /** By the anchor's skills: the best of the current candidate, with and without its confidence. */
  readonly #best = new Float64Array(MOST.listed)
  readonly #nearest = new Float64Array(MOST.listed)
  /** Upper bound of what is covered, for the candidate checked last. */
  covered = 0

  /** Reads the anchor of a context. Missing `must` skills count unless gates are ignored. */
  read(context: MatchContext, ignoresGates: boolean): void {
    const { anchor, anchorIsNeed, nearSkills } = context
    this.#near = nearSkills
    this.#anchorIsNeed = anchorIsNeed
    this.#count = anchor.skillCount
    for (let at = 0; at < this.#count; at++) {
      this.#shares[at] = anchorIsNeed ? shareOf(anchor, at, context) : 0
      this.#confidences[at] = anchor.confidence(at)
      this.#isMust[at] = !ignoresGates && anchorIsNeed && anchor.importance(at) === MUST
    }
  }

  /** Checks a candidate. Returns false if it lacks a `must` skill. */
  look(traits: Int32Array, start: number): boolean {
    this.#compare(traits, start)
    // A need's skills are weighted as in the pair. Of the skills of a need that is the candidate only the best counts, as it may
    // have just one.
    let mean = 0
    let most = 0
    for (let at = 0; at < this.#count; at++) {
      const best = float64At(this.#best, at)
      if (best < MUST_RELATEDNESS && this.#isMust[at]) return false
      mean += float64At(this.#shares, at) * best
      most = Math.max(most, float64At(this.#nearest, at) * float64At(this.#confidences, at))
    }
    this.covered = this.#anchorIsNeed ? mean : most
    return true
  }

  #compare(traits: Int32Array, start: number): void {
    const near = this.#near
    for (let at = 0; at < this.#count; at++) {
      this.#best[at] = 0
      this.#nearest[at] = 0
    }
    for (let at = 0; at < SKILL_TRAITS && near; at++) {
      const trait = skillTrait(traits, start, at)
      if (trait === 0) break
      const confidence = confidenceOfTrait(traits, start, at)
      if (trait === ANY_SKILL) {
        this.#raiseAll(confidence)
        continue
      }
      for (let entry = near.first(trait - 1); entry >= 0; entry = near.next(entry))
        this.#raise(near.index(entry), near.strength(entry), confidence)
    }
  }

  #raiseAll(confidence: number): void {
    for (let at = 0; at < this.#count; at++) this.#raise(at, 1, confidence)
  }

  #raise(at: number, strength: number, confidence: number): void {
    if (strength > float64At(this.#nearest, at)) this.#nearest[at] = strength
    if (strength * confidence > float64At(this.#best, at)) this.#best[at] = strength * confidence
  }
}
