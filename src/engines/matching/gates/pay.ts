import { message } from '../../../shared/messages/index.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import { comparableCost, compareWithBudget, compareWithFloor } from '../pay.ts'
import { FLAGS } from '../rows/flags.ts'
import { MOST_PERCENT_OVER_BUDGET } from '../weights.ts'
import type { Gate } from './gate.ts'

/**
 * The rate is at most a little above the budget. The two sides can agree on such a rate, and a notice tells them. If
 * rate and budget can't be compared, a notice says so and nothing is blocked. The smallest change is the budget that
 * pays for the help: a lower one would open the gate, but still not pay.
 */
export const withinBudget: Gate = {
  code: 'over_budget',
  isOpen: ({ need, offer }) =>
    (offer.flags & FLAGS.paid) === 0 || !isTooExpensive(comparableCost(need, offer), need.amountMinor),
  explain: (pair) => {
    const compared = budgetComparison(pair)
    const currency = pair.need.budget?.currency
    if (compared?.status !== 'compared' || !currency)
      throw new TypeError('over_budget needs a budget and a rate')
    const { unit } = compared
    const cost = { amountMinor: Math.ceil(compared.costMinor), currency }
    const budget = { amountMinor: compared.budgetMinor, currency }
    return {
      detail: message('over_budget', { cost, unit, budget }),
      smallestChange: message('raise_budget', { cost, unit }),
    }
  },
}

/**
 * Multiplies instead of dividing, because amounts in minor units stay whole numbers. Returns false if either is NaN.
 */
function isTooExpensive(costMinor: number, budgetMinor: number): boolean {
  return costMinor * 100 > budgetMinor * (100 + MOST_PERCENT_OVER_BUDGET)
}

function budgetComparison({ need, offer }: ExplainedPair) {
  return offer.terms.kind === 'paid' ? compareWithBudget(need, offer.terms) : null
}

/** Some programs allow only paid work. The two sides agree how much. */
export const paidAtAll: Gate = {
  code: 'paid_only',
  isOpen: ({ need, offer }) => (offer.flags & FLAGS.paidOnly) === 0 || need.amountMinor > 0,
  explain: () => ({
    detail: message('paid_only'),
    smallestChange: message('add_budget'),
  }),
}

/** The rate is a fair wage where the helper lives. Offers below it are never ranked. */
export const abovePayFloor: Gate = {
  code: 'below_pay_floor',
  isOpen: ({ offer }) => (offer.flags & FLAGS.fairPay) !== 0,
  explain: ({ offer, context }) => {
    const compared = compareWithFloor(offer, context.market.compiler.payFloors)
    if (compared.status !== 'below') throw new TypeError('below_pay_floor needs a floor')
    const { country, source, year, amountMinor, currency } = compared.floor
    const floor = { amountMinor, currency }
    return {
      detail: message('below_pay_floor', { country, floor, source, year }),
      smallestChange: message('raise_rate', { floor }),
    }
  },
}
