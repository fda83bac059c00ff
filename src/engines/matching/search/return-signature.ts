import type { MatchContext } from '../context.ts'
import { FLAGS } from '../rows/flags.ts'
import {
  LEARNING_SHARE_OF_INTERN_RETURN,
  RETURN_VOLUNTEER_NO_SHARED_CAUSE,
  RETURN_VOLUNTEER_WITHOUT_CAUSES,
  RETURN_WHEN_UNKNOWN,
} from '../weights.ts'
import { bitOf, RETURNS, returnBit } from './traits.ts'

const CAUSES_OF_NEED = (1 << RETURNS.needCauses) - 1

/** Upper bound of the factor `return`, from a signature of causes and returns. */
export class ReturnSignature {
  #anchorIsNeed = true
  #anchorFlags = 0
  #hasCauses = false
  #hasReturns = false
  #hasBudget = false
  #causes = 0
  /** Bits of what the anchor gives, wants or teaches, and of what is related to it, with the greatest relatedness. */
  #exact = 0
  #near = 0
  #nearest = 0
  #learningExact = 0
  #learningNear = 0
  #learningNearest = 0

  /** Reads the anchor of a context. */
  read(context: MatchContext): void {
    const { anchor, anchorIsNeed, nearSkills } = context
    this.#anchorIsNeed = anchorIsNeed
    this.#anchorFlags = anchor.flags
    this.#hasCauses = anchor.causeCount > 0
    this.#hasReturns = anchor.returnCount > 0
    this.#hasBudget = !Number.isNaN(anchor.amountMinor)
    this.#causes = 0
    for (let at = 0; at < anchor.causeCount; at++)
      this.#causes |= 1 << bitOf(anchor.cause(at), anchorIsNeed ? RETURNS.offer : RETURNS.needCauses)
    this.#exact = 0
    this.#near = 0
    this.#nearest = 0
    for (let at = 0; at < anchor.returnCount; at++) {
      const skill = anchor.returnSkill(at)
      this.#exact |= 1 << returnBit(skill, !anchorIsNeed)
      for (const { skill: related, strength } of context.relatedTo(skill)) {
        this.#near |= 1 << returnBit(related, !anchorIsNeed)
        this.#nearest = Math.max(this.#nearest, strength)
      }
    }
    this.#learningExact = 0
    this.#learningNear = 0
    this.#learningNearest = 0
    for (let entry = 0; entry < nearSkills.count; entry++) {
      const bit = 1 << returnBit(nearSkills.skill(entry), !anchorIsNeed)
      const strength = nearSkills.strength(entry)
      if (strength === 1) this.#learningExact |= bit
      else {
        this.#learningNear |= bit
        this.#learningNearest = Math.max(this.#learningNearest, strength)
      }
    }
  }

  /** Returns the upper bound for a candidate by its traits `fit` and `returns`. */
  most(fit: number, returns: number): number {
    const kind = this.#anchorIsNeed ? fit : this.#anchorFlags
    if ((kind & FLAGS.volunteer) !== 0) return this.#forVolunteer(returns)
    if ((kind & FLAGS.intern) !== 0) return this.#forIntern(returns)
    if ((kind & FLAGS.barter) !== 0) return this.#forBarter(returns)
    return this.#anchorIsNeed && !this.#hasBudget ? RETURN_WHEN_UNKNOWN : 1
  }

  #forVolunteer(returns: number): number {
    const hasCauses = this.#anchorIsNeed ? returns !== 0 : this.#hasCauses
    if (!hasCauses) return RETURN_VOLUNTEER_WITHOUT_CAUSES
    return (returns & this.#causes) !== 0 ? 1 : RETURN_VOLUNTEER_NO_SHARED_CAUSE
  }

  #forIntern(returns: number): number {
    // What a need teaches is in its skills, which are not read here.
    let learning = 1
    if (this.#anchorIsNeed && returns === 0) learning = RETURN_WHEN_UNKNOWN
    else if (this.#anchorIsNeed && (returns & this.#learningExact) === 0)
      learning = (returns & this.#learningNear) !== 0 ? this.#learningNearest : 0
    return LEARNING_SHARE_OF_INTERN_RETURN * learning + 1 - LEARNING_SHARE_OF_INTERN_RETURN
  }

  #forBarter(returns: number): number {
    const gives = this.#anchorIsNeed ? this.#hasReturns : (returns & ~CAUSES_OF_NEED) !== 0
    const wants = this.#anchorIsNeed ? returns !== 0 : this.#hasReturns
    if (!gives) return 0
    if (!wants) return RETURN_WHEN_UNKNOWN
    if ((returns & this.#exact) !== 0) return 1
    return (returns & this.#near) !== 0 ? this.#nearest : 0
  }
}
