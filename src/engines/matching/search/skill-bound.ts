import { float64At, uint8At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { levelFit } from '../coverage.ts'
import { shareOf } from '../factors/skills.ts'
import type { NearSkills } from '../near-skills.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import { MOST } from '../rows/layout.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import {
  ANY_SKILL,
  confidenceOfTrait,
  levelOfTrait,
  numberOfTrait,
  SKILL_TRAITS,
  skillTrait,
} from './skill-traits.ts'

const MUST = IMPORTANCES.indexOf('must')

/** Upper bounds of the skill evidence of a pair, from the skills in a candidate's traits. */
export class SkillBound {
  #near: NearSkills | undefined
  #anchorIsNeed = false
  #count = 0
  readonly #shares = new Float64Array(MOST.listed)
  readonly #confidences = new Float64Array(MOST.listed)
  readonly #levels = new Uint8Array(MOST.listed)
  readonly #isMust: boolean[] = []
  /** By the anchor's skills: the most that the current candidate covers, and the same whatever the levels. */
  readonly #covered = new Float64Array(MOST.listed)
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
      this.#levels[at] = anchor.level(at)
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
      if (float64At(this.#nearest, at) < MUST_RELATEDNESS && this.#isMust[at]) return false
      const covered = float64At(this.#covered, at)
      mean += float64At(this.#shares, at) * covered
      most = Math.max(most, covered)
    }
    this.covered = this.#anchorIsNeed ? mean : most
    return true
  }

  #compare(traits: Int32Array, start: number): void {
    const near = this.#near
    for (let at = 0; at < this.#count; at++) {
      this.#covered[at] = 0
      this.#nearest[at] = 0
    }
    for (let at = 0; at < SKILL_TRAITS && near; at++) {
      const trait = skillTrait(traits, start, at)
      if (trait === 0) break
      const confidence = confidenceOfTrait(trait, traits, start, at)
      const level = levelOfTrait(trait, traits, start, at)
      const number = numberOfTrait(trait)
      if (number === ANY_SKILL) {
        for (let own = 0; own < this.#count; own++) this.#raise(own, 1, confidence, level)
        continue
      }
      for (let entry = near.first(number - 1); entry >= 0; entry = near.next(entry))
        this.#raise(near.index(entry), near.strength(entry), confidence, level)
    }
  }

  /** `confidence` and `level` are those of the candidate's skill. */
  #raise(at: number, strength: number, confidence: number, level: number): void {
    const own = uint8At(this.#levels, at)
    const nearest = strength * (this.#anchorIsNeed ? confidence : float64At(this.#confidences, at))
    if (nearest > float64At(this.#nearest, at)) this.#nearest[at] = nearest
    const covered = nearest * (this.#anchorIsNeed ? levelFit(own, level) : levelFit(level, own))
    if (covered > float64At(this.#covered, at)) this.#covered[at] = covered
  }
}
