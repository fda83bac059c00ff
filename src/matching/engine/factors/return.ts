import type { MarketNeed, SkillId, Terms } from '../market.ts'
import type { Pair } from '../pair.ts'
import { compareWithBudget, totalBudget, totalHours } from '../pay.ts'
import type { Relatedness } from '../relatedness.ts'
import { listed } from '../sentences.ts'
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
export const whatComesBack = shared('return', value, reason)

function value({ need, offer: { terms }, context: { relatedness } }: Pair): number {
  switch (terms.kind) {
    case 'volunteer':
      return forVolunteer(need, terms)
    case 'intern':
      return forIntern(need, terms, relatedness)
    case 'barter':
      return forBarter(need, terms, relatedness)
    case 'paid':
      return forPaid(need, terms)
  }
}

function forVolunteer(need: MarketNeed, { causes }: TermsOf<'volunteer'>): number {
  if (causes.length === 0) return RETURN_VOLUNTEER_WITHOUT_CAUSES
  return causes.some((cause) => need.causes.includes(cause)) ? 1 : RETURN_VOLUNTEER_NO_SHARED_CAUSE
}

function forIntern(need: MarketNeed, terms: TermsOf<'intern'>, relatedness: Relatedness): number {
  const wanted = need.skills.map((one) => one.skill)
  const learning = terms.learningGoals.length
    ? mean(terms.learningGoals.map((goal) => nearest(goal.skill, wanted, relatedness)))
    : RETURN_WHEN_UNKNOWN
  const support = Math.min(creditFit(need, terms), stipendFit(need, terms))
  return LEARNING_SHARE_OF_INTERN_RETURN * learning + (1 - LEARNING_SHARE_OF_INTERN_RETURN) * support
}

/** Whether the need is long enough for the credit that the student must earn. */
function creditFit(need: MarketNeed, { creditRequired, hoursRequired }: TermsOf<'intern'>): number {
  if (!creditRequired || !hoursRequired) return 1
  const hours = totalHours(need)
  return hours === null ? RETURN_WHEN_UNKNOWN : Math.min(1, hours / hoursRequired)
}

/** How much of the stipend the budget holds. */
function stipendFit(need: MarketNeed, { stipend }: TermsOf<'intern'>): number {
  if (!stipend || stipend.amountMinor <= 0) return 1
  const budget = totalBudget(need)
  if (budget?.currency !== stipend.currency) return RETURN_WHEN_UNKNOWN
  return Math.min(1, budget.amountMinor / stipend.amountMinor)
}

/** How much of what the helper wants is given; that it's done anyway makes it no worse. */
function forBarter(need: MarketNeed, { wants }: TermsOf<'barter'>, relatedness: Relatedness): number {
  if (need.gives.length === 0) return 0
  if (wants.length === 0) return RETURN_WHEN_UNKNOWN
  return mean(
    wants.map((want) =>
      Math.max(
        ...need.gives.map((give) => {
          const enough =
            want.hoursPerWeek && give.hoursPerWeek !== null
              ? Math.min(1, give.hoursPerWeek / want.hoursPerWeek)
              : 1
          return enough * relatedness.of(want.skill, give.skill)
        }),
      ),
    ),
  )
}

/** Room between rate and budget: at the budget is good, well below it is safe. */
function forPaid(need: MarketNeed, terms: TermsOf<'paid'>): number {
  const compared = compareWithBudget(need, terms)
  if (compared.status !== 'compared') return RETURN_WHEN_UNKNOWN
  const { costMinor, budgetMinor } = compared
  if (costMinor > budgetMinor) return (RETURN_PAID_AT_BUDGET * budgetMinor) / costMinor
  if (budgetMinor === 0) return RETURN_PAID_AT_BUDGET
  const room = Math.min(1, (budgetMinor - costMinor) / budgetMinor / AMPLE_HEADROOM)
  return RETURN_PAID_AT_BUDGET + (1 - RETURN_PAID_AT_BUDGET) * room
}

function nearest(skill: SkillId, others: readonly SkillId[], relatedness: Relatedness): number {
  return others.reduce((best, other) => Math.max(best, relatedness.of(skill, other)), 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}

function reason({ need, offer: { terms }, context: { relatedness } }: Pair): string {
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

function volunteerReason(need: MarketNeed, { causes }: TermsOf<'volunteer'>): string {
  if (causes.length === 0) return 'The volunteer helps for any cause.'
  const both = causes.filter((cause) => need.causes.includes(cause))
  return both.length
    ? `Shares what the volunteer cares for: ${listed(both)}.`
    : `The volunteer would rather help for ${listed(causes)}.`
}

function internReason(
  need: MarketNeed,
  { learningGoals }: TermsOf<'intern'>,
  relatedness: Relatedness,
): string {
  if (learningGoals.length === 0) return 'The intern names no learning goals.'
  const wanted = need.skills.map((one) => one.skill)
  const met = learningGoals.filter((goal) => nearest(goal.skill, wanted, relatedness) > 0)
  return met.length
    ? `The intern learns ${listed(met.map((goal) => goal.label))} here.`
    : `The intern wants to learn ${listed(learningGoals.map((goal) => goal.label))}, which this work does not teach.`
}

function barterReason(need: MarketNeed, { wants }: TermsOf<'barter'>, relatedness: Relatedness): string {
  if (need.gives.length === 0) return 'The need gives nothing in return yet.'
  if (wants.length === 0) return 'The helper does not say what they want in return.'
  const given = need.gives.map((give) => give.skill)
  const met = wants.filter((want) => nearest(want.skill, given, relatedness) > 0)
  return met.length
    ? `The need can give ${listed(met.map((want) => want.label))} in return.`
    : `The helper wants ${listed(wants.map((want) => want.label))} in return, which the need does not give.`
}

function paidReason(need: MarketNeed, terms: TermsOf<'paid'>): string {
  const compared = compareWithBudget(need, terms)
  switch (compared.status) {
    case 'no_budget':
      return 'The need names no budget to compare the rate with.'
    case 'currency_differs':
      return 'Rate and budget are in different currencies.'
    case 'not_comparable':
      return 'Rate and budget count by hour and by project, and the hours are not known.'
    case 'compared':
      return compared.costMinor <= compared.budgetMinor
        ? 'The rate is within the budget.'
        : 'The rate is above the budget.'
  }
}
