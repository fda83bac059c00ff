import { type Message, message } from '../../../shared/messages/index.ts'
import type { Market, MatchContext } from '../context.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import type { Pair } from '../pair.ts'
import { comparableCost, compareWithBudget, shareAbove, totalBudgetMinor, totalHours } from '../pay.ts'
import type { MarketNeed, SkillId, Terms } from '../postings.ts'
import type { Relatedness } from '../relatedness.ts'
import { FLAGS } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'
import { postedName } from '../skill-name.ts'
import {
  AMPLE_HEADROOM,
  LEARNING_SHARE_OF_INTERN_RETURN,
  RETURN_PAID_AT_BUDGET,
  RETURN_VOLUNTEER_NO_SHARED_CAUSE,
  RETURN_VOLUNTEER_WITHOUT_CAUSES,
  RETURN_WHEN_UNKNOWN,
} from '../weights.ts'
import { shared } from './factor.ts'

type TermsOf<Kind extends Terms['kind']> = Extract<Terms, { kind: Kind }>

/** What the helper gets: shared causes, learning and credit, a barter, or pay. */
export const helperReturn = shared('return', value, reason)

function value(pair: Pair): number {
  const { flags } = pair.offer
  if ((flags & FLAGS.volunteer) !== 0) return forVolunteer(pair)
  if ((flags & FLAGS.intern) !== 0) return forIntern(pair)
  return (flags & FLAGS.barter) !== 0 ? forBarter(pair) : forPaid(pair)
}

function forVolunteer({ need, offer }: Pair): number {
  if (offer.causeCount === 0) return RETURN_VOLUNTEER_WITHOUT_CAUSES
  for (let ours = 0; ours < need.causeCount; ours++)
    for (let theirs = 0; theirs < offer.causeCount; theirs++)
      if (need.cause(ours) === offer.cause(theirs)) return 1
  return RETURN_VOLUNTEER_NO_SHARED_CAUSE
}

function forIntern(pair: Pair): number {
  const support = Math.min(creditFit(pair), stipendFit(pair))
  return LEARNING_SHARE_OF_INTERN_RETURN * learning(pair) + (1 - LEARNING_SHARE_OF_INTERN_RETURN) * support
}

/** Returns how well the skills of the work fit what the student wants to learn, in [0, 1]. */
function learning({ need, offer, context }: Pair): number {
  if (offer.returnCount === 0) return RETURN_WHEN_UNKNOWN
  let sum = 0
  for (let goal = 0; goal < offer.returnCount; goal++)
    sum += nearestWanted(context, need, offer.returnSkill(goal))
  return sum / offer.returnCount
}

/** Returns how near the nearest skill of the need is to a goal. It is cached, since many students have the same goals. */
function nearestWanted(
  { market, anchorIsNeed, nearestWanted: cache }: MatchContext,
  need: Row,
  goal: number,
): number {
  const known = anchorIsNeed ? cache.get(goal) : Number.NaN
  if (!Number.isNaN(known)) return known
  let nearest = 0
  for (let wanted = 0; wanted < need.skillCount; wanted++)
    nearest = Math.max(nearest, nearness(market, goal, need.skill(wanted)))
  return anchorIsNeed ? cache.set(goal, nearest) : nearest
}

/**
 * Returns whether the need is long enough for the credit that the student must earn: the share of the hours, at most 1.
 */
function creditFit({ need, offer }: Pair): number {
  const hoursRequired = offer.extra
  if ((offer.flags & FLAGS.creditRequired) === 0 || !(hoursRequired > 0)) return 1
  const hours = totalHours(need)
  return Number.isNaN(hours) ? RETURN_WHEN_UNKNOWN : Math.min(1, hours / hoursRequired)
}

/** Returns the part of the stipend that the budget covers, at most 1. */
function stipendFit({ need, offer }: Pair): number {
  const stipendMinor = offer.amountMinor
  if (!(stipendMinor > 0)) return 1
  const budgetMinor = need.currency === offer.currency ? totalBudgetMinor(need) : Number.NaN
  return Number.isNaN(budgetMinor) ? RETURN_WHEN_UNKNOWN : Math.min(1, budgetMinor / stipendMinor)
}

/** Returns the part of what the helper wants that the organization gives, even if it gives that anyway. */
function forBarter({ need, offer, context: { market } }: Pair): number {
  if (need.returnCount === 0) return 0
  if (offer.returnCount === 0) return RETURN_WHEN_UNKNOWN
  let sum = 0
  for (let want = 0; want < offer.returnCount; want++) {
    let best = 0
    for (let give = 0; give < need.returnCount; give++) {
      const enough = enoughHours(offer.returnHours(want), need.returnHours(give))
      best = Math.max(best, enough * nearness(market, offer.returnSkill(want), need.returnSkill(give)))
    }
    sum += best
  }
  return sum / offer.returnCount
}

/** Returns given hours divided by wanted hours, at most 1. 1 if either is unknown. */
function enoughHours(wanted: number, given: number): number {
  return wanted > 0 && !Number.isNaN(given) ? Math.min(1, given / wanted) : 1
}

/** Returns how far the rate is below the budget: at the budget is good, well below is better, above is worse. */
function forPaid({ need, offer }: Pair): number {
  const costMinor = comparableCost(need, offer)
  const budgetMinor = need.amountMinor
  if (Number.isNaN(costMinor)) return RETURN_WHEN_UNKNOWN
  if (costMinor > budgetMinor) return (RETURN_PAID_AT_BUDGET * budgetMinor) / costMinor
  if (budgetMinor === 0) return RETURN_PAID_AT_BUDGET
  const room = Math.min(1, (budgetMinor - costMinor) / budgetMinor / AMPLE_HEADROOM)
  return RETURN_PAID_AT_BUDGET + (1 - RETURN_PAID_AT_BUDGET) * room
}

function nearness({ vocabulary: { skills }, relatedness }: Market, a: number, b: number): number {
  return a === b ? 1 : relatedness.of(skills.textOf(a), skills.textOf(b))
}

function reason({ need, offer: { terms }, context }: ExplainedPair): Message[] {
  const { relatedness } = context.market
  switch (terms.kind) {
    case 'volunteer':
      return volunteerReason(need, terms)
    case 'intern':
      return internReason(need, terms, relatedness)
    case 'barter':
      return barterReason(need, terms, relatedness)
    case 'paid':
      return paidReason(need, terms)
  }
}

function volunteerReason(need: MarketNeed, { causes }: TermsOf<'volunteer'>): Message[] {
  if (causes.length === 0) return []
  const both = causes.filter((cause) => need.causes.includes(cause))
  return [both.length > 0 ? message('causes_shared', { causes: both }) : message('causes_differ', { causes })]
}

function internReason(
  need: MarketNeed,
  { learningGoals }: TermsOf<'intern'>,
  relatedness: Relatedness,
): Message[] {
  if (learningGoals.length === 0) return []
  const wanted = need.skills.map((one) => one.skill)
  const met = learningGoals.filter((goal) => nearest(goal.skill, wanted, relatedness) > 0)
  return [
    met.length > 0
      ? message('goals_taught', { skills: met.map(postedName) })
      : message('goals_not_taught', { skills: learningGoals.map(postedName) }),
  ]
}

function nearest(skill: SkillId, others: readonly SkillId[], relatedness: Relatedness): number {
  return others.reduce((best, other) => Math.max(best, relatedness.of(skill, other)), 0)
}

function barterReason(need: MarketNeed, { wants }: TermsOf<'barter'>, relatedness: Relatedness): Message[] {
  if (need.gives.length === 0) return [message('nothing_in_return')]
  if (wants.length === 0) return []
  const given = need.gives.map((give) => give.skill)
  const met = wants.filter((want) => nearest(want.skill, given, relatedness) > 0)
  return [
    met.length > 0
      ? message('return_given', { skills: met.map(postedName) })
      : message('return_not_given', { skills: wants.map(postedName) }),
  ]
}

/** If the rate and the budget can't be compared, a notice says so. */
function paidReason(need: MarketNeed, terms: TermsOf<'paid'>): Message[] {
  const compared = compareWithBudget(need, terms)
  if (compared.status !== 'compared') return []
  const { costMinor, budgetMinor } = compared
  if (costMinor <= budgetMinor) return [message('rate_within_budget')]
  return [message('rate_above_budget', { share: shareAbove(compared) })]
}
