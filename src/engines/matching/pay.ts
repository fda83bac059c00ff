import { daysBetween } from './dates.ts'
import type { EngineSettings, PayFloor } from './engine-interface.ts'
import type { MarketNeed, MarketOffer, Terms } from './postings.ts'
import { FLAGS } from './rows/flags.ts'
import { NO_END, NO_START } from './rows/layout.ts'
import type { Row } from './rows/row.ts'

type PaidTerms = Extract<Terms, { kind: 'paid' }>

/**
 * A paid rate and the need's budget, in minor units of the budget's currency per unit of the budget (hour or project).
 */
export type BudgetComparison =
  | { status: 'no_budget' | 'currency_differs' | 'not_comparable' }
  | { status: 'compared'; costMinor: number; budgetMinor: number; unit: 'hour' | 'project' }

/**
 * Compares in the budget's unit. Hourly and project amounts are comparable only if the need's hours and both dates are
 * known.
 */
export function compareWithBudget(need: MarketNeed, { rate, unit }: PaidTerms): BudgetComparison {
  const { budget } = need
  if (!budget) return { status: 'no_budget' }
  if (budget.currency !== rate.currency) return { status: 'currency_differs' }
  const costMinor = inBudgetUnit(rate.amountMinor, unit === 'hour', budget.unit === 'hour', hoursOfNeed(need))
  return Number.isNaN(costMinor)
    ? { status: 'not_comparable' }
    : { status: 'compared', costMinor, budgetMinor: budget.amountMinor, unit: budget.unit }
}

/** Returns the rate in the unit of the need's budget, in minor units, from rows. NaN if they can't be compared. */
export function comparableCost(need: Row, offer: Row): number {
  if (Number.isNaN(need.amountMinor) || need.currency !== offer.currency) return Number.NaN
  return inBudgetUnit(
    offer.amountMinor,
    (offer.flags & FLAGS.byHour) !== 0,
    (need.flags & FLAGS.byHour) !== 0,
    totalHours(need),
  )
}

function inBudgetUnit(rateMinor: number, byHour: boolean, budgetByHour: boolean, hours: number): number {
  if (byHour === budgetByHour) return rateMinor
  return budgetByHour ? rateMinor / hours : rateMinor * hours
}

/** Total hours of a need from its first to its last day. NaN if unknown. */
export function totalHours({ hoursPerWeek, startDay, endDay }: Row): number {
  if (!(hoursPerWeek > 0) || startDay === NO_START || endDay === NO_END || endDay < startDay)
    return Number.NaN
  return hoursPerWeek * ((endDay - startDay + 1) / 7)
}

function hoursOfNeed({ hoursPerWeek, startsOn, endsOn }: MarketNeed): number {
  if (!hoursPerWeek || startsOn === null || endsOn === null) return Number.NaN
  const weeks = daysBetween(startsOn, endsOn) / 7
  return weeks > 0 ? hoursPerWeek * weeks : Number.NaN
}

/** Total budget of a need in minor units. NaN if there is none or its hours are unknown. */
export function totalBudgetMinor(need: Row): number {
  return (need.flags & FLAGS.byHour) === 0 ? need.amountMinor : need.amountMinor * totalHours(need)
}

/** An hourly rate compared with the lowest fair pay of the helper's country. */
export type FloorComparison =
  | { status: 'not_paid' }
  | { status: 'unknown' }
  | { status: 'not_compared' | 'held' | 'below'; floor: PayFloor }

export function compareWithFloor(
  { terms, place }: MarketOffer,
  payFloors: EngineSettings['payFloors'],
): FloorComparison {
  if (terms.kind !== 'paid') return { status: 'not_paid' }
  const floor = place ? payFloors.get(place.country) : undefined
  if (!floor) return { status: 'unknown' }
  if (terms.unit !== 'hour' || terms.rate.currency !== floor.currency)
    return { status: 'not_compared', floor }
  return { status: terms.rate.amountMinor < floor.amountMinor ? 'below' : 'held', floor }
}

/**
 * Returns how far a rate is above the budget, as a share in whole percent. Null if that is below one percent or the
 * budget is 0.
 */
export function shareAbove({
  costMinor,
  budgetMinor,
}: {
  costMinor: number
  budgetMinor: number
}): number | null {
  if (budgetMinor === 0) return null
  const percent = Math.floor(((costMinor - budgetMinor) * 100) / budgetMinor)
  return percent < 1 ? null : percent / 100
}
