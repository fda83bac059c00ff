import { daysBetween } from './dates.ts'
import type { EngineSettings, MarketNeed, MarketOffer, Money, PayFloor, Terms } from './market.ts'

type PaidTerms = Extract<Terms, { kind: 'paid' }>

/** A paid rate beside the need's budget, both in minor units a unit of the budget's currency. */
export type BudgetComparison =
  | { status: 'no_budget' | 'currency_differs' | 'not_comparable' }
  | { status: 'compared'; costMinor: number; budgetMinor: number; unit: 'hour' | 'project' }

/** Compares in the budget's unit; hour and project only where the need's hours and both its dates are known. */
export function compareWithBudget(need: MarketNeed, { rate, unit }: PaidTerms): BudgetComparison {
  const { budget } = need
  if (!budget) return { status: 'no_budget' }
  if (budget.currency !== rate.currency) return { status: 'currency_differs' }
  const budgetMinor = budget.amountMinor
  if (budget.unit === unit) return { status: 'compared', costMinor: rate.amountMinor, budgetMinor, unit }
  const hours = totalHours(need)
  if (hours === null) return { status: 'not_comparable' }
  const costMinor = budget.unit === 'project' ? rate.amountMinor * hours : rate.amountMinor / hours
  return { status: 'compared', costMinor, budgetMinor, unit: budget.unit }
}

/** Hours of a need from its first day to its last; null where they can't be told. */
export function totalHours(need: MarketNeed): number | null {
  const { hoursPerWeek, startsOn, endsOn } = need
  if (!hoursPerWeek || startsOn === null || endsOn === null) return null
  const weeks = daysBetween(startsOn, endsOn) / 7
  return weeks > 0 ? hoursPerWeek * weeks : null
}

/** The whole budget of a need; null where there is none or its hours can't be told. */
export function totalBudget(need: MarketNeed): Money | null {
  const { budget } = need
  if (!budget || budget.unit === 'project') return budget
  const hours = totalHours(need)
  return hours === null ? null : { amountMinor: budget.amountMinor * hours, currency: budget.currency }
}

/** An hourly rate beside the lowest fair pay of the country the helper is in. */
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
