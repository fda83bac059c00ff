import { bitCount } from '../../../shared/bit-count.ts'
import type { MatchContext } from '../context.ts'
import { payFit } from '../factors/return.ts'
import { inBudgetUnit, totalHours } from '../pay.ts'
import { FLAGS } from '../rows/flags.ts'
import {
  LEARNING_SHARE_OF_INTERN_RETURN,
  RETURN_VOLUNTEER_NO_SHARED_CAUSE,
  RETURN_VOLUNTEER_WITHOUT_CAUSES,
  RETURN_WHEN_UNKNOWN,
} from '../weights.ts'
import {
  causeBit,
  givesAnything,
  isHourly,
  MANY_WANTS,
  mayBeInCurrency,
  rateOfReturns,
  returnBit,
  wantedBits,
  wantsOf,
} from './return-traits.ts'

/** Upper bound of the factor `return`, from a signature of causes and returns. */
export class ReturnSignature {
  #anchorIsNeed = true
  #anchorFlags = 0
  #hasCauses = false
  #hasReturns = false
  #budgetMinor = Number.NaN
  #currency = 0
  #isBudgetHourly = false
  #totalHours = Number.NaN
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
    this.#budgetMinor = anchor.amountMinor
    this.#currency = anchor.currency
    this.#isBudgetHourly = (anchor.flags & FLAGS.byHour) !== 0
    this.#totalHours = anchorIsNeed ? totalHours(anchor) : Number.NaN
    this.#causes = 0
    for (let at = 0; at < anchor.causeCount; at++) this.#causes |= causeBit(anchor.cause(at), !anchorIsNeed)
    this.#exact = 0
    this.#near = 0
    this.#nearest = 0
    for (let at = 0; at < anchor.returnCount; at++) {
      const skill = anchor.returnSkill(at)
      this.#exact |= returnBit(skill, !anchorIsNeed)
      for (const { skill: related, strength } of context.relatedTo(skill)) {
        this.#near |= returnBit(related, !anchorIsNeed)
        this.#nearest = Math.max(this.#nearest, strength)
      }
    }
    this.#learningExact = 0
    this.#learningNear = 0
    this.#learningNearest = 0
    for (let entry = 0; entry < nearSkills.count; entry++) {
      const bit = returnBit(nearSkills.skill(entry), !anchorIsNeed)
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
    return this.#anchorIsNeed ? this.#forPaid(returns) : 1
  }

  #forVolunteer(returns: number): number {
    const hasCauses = this.#anchorIsNeed ? returns !== 0 : this.#hasCauses
    if (!hasCauses) return RETURN_VOLUNTEER_WITHOUT_CAUSES
    return (returns & this.#causes) !== 0 ? 1 : RETURN_VOLUNTEER_NO_SHARED_CAUSE
  }

  #forIntern(returns: number): number {
    // What a need teaches is in its skills, which are not read here.
    const learning = this.#anchorIsNeed
      ? mostMet(returns, this.#learningExact, this.#learningNear, this.#learningNearest)
      : 1
    return LEARNING_SHARE_OF_INTERN_RETURN * learning + 1 - LEARNING_SHARE_OF_INTERN_RETURN
  }

  #forBarter(returns: number): number {
    if (this.#anchorIsNeed)
      return this.#hasReturns ? mostMet(returns, this.#exact, this.#near, this.#nearest) : 0
    if (!givesAnything(returns)) return 0
    if (!this.#hasReturns) return RETURN_WHEN_UNKNOWN
    if ((returns & this.#exact) !== 0) return 1
    return (returns & this.#near) !== 0 ? this.#nearest : 0
  }

  #forPaid(returns: number): number {
    if (Number.isNaN(this.#budgetMinor) || !mayBeInCurrency(returns, this.#currency))
      return RETURN_WHEN_UNKNOWN
    const cost = inBudgetUnit(
      rateOfReturns(returns),
      isHourly(returns),
      this.#isBudgetHourly,
      this.#totalHours,
    )
    return payFit(cost, this.#budgetMinor)
  }
}

/**
 * Returns the most that can be met of what an offer wants: the mean over its skills, of which those whose bits are in `exact`
 * can be met and those in `near` at most to `nearest`.
 */
function mostMet(returns: number, exact: number, near: number, nearest: number): number {
  const wants = wantsOf(returns)
  if (wants === 0) return RETURN_WHEN_UNKNOWN
  const bits = wantedBits(returns)
  const isExact = (bits & exact) !== 0
  if (wants === MANY_WANTS) return isExact ? 1 : (bits & near) !== 0 ? nearest : 0
  // Several skills may share a bit, but at least one is behind each.
  const onlyNear = bitCount(bits & near & ~exact)
  const unmet = bitCount(bits & ~near & ~exact)
  return isExact
    ? (wants - unmet - onlyNear * (1 - nearest)) / wants
    : onlyNear > 0
      ? ((wants - unmet) * nearest) / wants
      : 0
}
