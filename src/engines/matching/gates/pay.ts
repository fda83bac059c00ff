import { comparableCost, compareWithBudget, compareWithFloor } from '../pay.ts'
import { FLAGS } from '../rows/flags.ts'
import { countryName, moneyText } from '../sentences.ts'
import type { ShownPair } from '../shown-pair.ts'
import { MOST_PERCENT_OVER_BUDGET } from '../weights.ts'
import type { Gate } from './gate.ts'

/**
 * The rate is at most a little above the budget: the two sides can agree on that, and a notice tells them. If the two
 * cannot be compared, a notice says so and nothing is blocked. The smallest change is the budget that pays for the help:
 * a lower one would open the gate, but still not pay.
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
    const cost = moneyText({ amountMinor: Math.ceil(compared.costMinor), currency })
    const budget = moneyText({ amountMinor: compared.budgetMinor, currency })
    const per = compared.unit === 'hour' ? ' an hour' : ' for the project'
    return {
      detail: `The help costs ${cost}${per}, but the budget is ${budget}.`,
      smallestChange: `Raise the budget to ${cost}${per}.`,
    }
  },
}

/** Multiplies, because amounts in minor units stay whole numbers. False if either is NaN. */
function isTooExpensive(costMinor: number, budgetMinor: number): boolean {
  return costMinor * 100 > budgetMinor * (100 + MOST_PERCENT_OVER_BUDGET)
}

function budgetComparison({ need, offer }: ShownPair) {
  return offer.terms.kind === 'paid' ? compareWithBudget(need, offer.terms) : null
}

/** Some programs only allow paid work. How much is paid is up to the two sides. */
export const paidAtAll: Gate = {
  code: 'paid_only',
  isOpen: ({ need, offer }) => (offer.flags & FLAGS.paidOnly) === 0 || need.amountMinor > 0,
  explain: () => ({
    detail: 'The intern may only take paid work, but the need has no budget.',
    smallestChange: 'Add a budget to the need.',
  }),
}

/** The rate is a fair wage where the helper lives. Nobody is shown for less. */
export const abovePayFloor: Gate = {
  code: 'below_pay_floor',
  isOpen: ({ offer }) => (offer.flags & FLAGS.fairPay) !== 0,
  explain: ({ offer, context }) => {
    const compared = compareWithFloor(offer, context.market.compiler.payFloors)
    if (compared.status !== 'below') throw new TypeError('below_pay_floor needs a floor')
    const { floor } = compared
    return {
      detail: `The rate is below the lowest fair pay where the helper lives (${countryName(floor.country)}): ${moneyText(floor)} an hour (${floor.source}, ${floor.year}).`,
      smallestChange: `Ask for at least ${moneyText(floor)} an hour.`,
    }
  },
}
