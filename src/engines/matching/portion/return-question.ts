import type { MatchContext } from '../context.ts'
import { FLAGS } from '../rows/flags.ts'
import { maskOf } from './signature.ts'

/** What the anchor gives, wants or teaches, as bit masks, for an upper bound of the factor `return`. */
export interface ReturnQuestion {
  /** Set for an offer: its kind. */
  kinds: number
  causes: number
  /** The skills that it gives or wants, the skills related to them, and the greatest relatedness of those. */
  exact: number
  near: number
  nearest: number
  /** The same for its own skills, which a student may want to learn. */
  taught: number
  nearTaught: number
  nearestTaught: number
  /** Budget or rate. */
  amount: number | null
  currency: string
  byHour: number
}

export function returnQuestionOf(context: MatchContext): ReturnQuestion {
  const { anchor, market } = context
  const { skills, causes, currencies } = market.vocabulary
  const of = (count: number, skillAt: (at: number) => number) => {
    const own = Array.from({ length: count }, (_, at) => skills.textOf(skillAt(at)))
    const related = own.flatMap((skill) => [...market.relatedness.relatedTo(skill)])
    return {
      exact: maskOf(own),
      near: maskOf(related.map(([skill]) => skill)),
      nearest: Math.max(0, ...related.map(([, strength]) => strength)),
    }
  }
  const returned = of(anchor.returnCount, (at) => anchor.returnSkill(at))
  const taught = of(anchor.skillCount, (at) => anchor.skill(at))
  return {
    kinds: anchor.flags & FLAGS.kinds,
    causes: maskOf(Array.from({ length: anchor.causeCount }, (_, at) => causes.textOf(anchor.cause(at)))),
    ...returned,
    taught: taught.exact,
    nearTaught: taught.near,
    nearestTaught: taught.nearest,
    amount: Number.isNaN(anchor.amountMinor) ? null : anchor.amountMinor,
    currency: currencies.textOf(anchor.currency),
    byHour: anchor.flags & FLAGS.byHour,
  }
}
