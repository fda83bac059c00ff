import type { Money, OfferKind, OrganizationKind } from './postings.ts'

/** What each kind of offer is called. */
export const KIND_NAMES: Readonly<Record<OfferKind, string>> = {
  volunteer: 'volunteers',
  intern: 'interns',
  barter: 'barter',
  paid: 'paid help',
}

export const ORGANIZATION_NAMES: Readonly<Record<OrganizationKind, string>> = {
  solopreneur: 'solopreneurs',
  small_business: 'small businesses',
  nonprofit: 'nonprofits',
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `1 hour`, `2 hours`, `2.5 hours`: at most one digit behind the point. */
export function counted(count: number, noun: string): string {
  const shown = Math.round(count * 10) / 10
  return `${shown} ${noun}${shown === 1 ? '' : 's'}`
}

/** The text with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const currencyFormats = new Map<string, Intl.NumberFormat>()

/** An amount in its currency, as English readers write it. */
export function moneyText({ amountMinor, currency }: Money): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${amountMinor} ${currency}`
  let format = currencyFormats.get(currency)
  if (!format) {
    format = new Intl.NumberFormat('en', { style: 'currency', currency })
    currencyFormats.set(currency, format)
  }
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amountMinor / 10 ** digits)
}

/** How far a cost is above the budget, in whole percent: `12 %`, `less than 1 %`. */
export function percentAbove({ costMinor, budgetMinor }: { costMinor: number; budgetMinor: number }): string {
  const percent = Math.floor(((costMinor - budgetMinor) * 100) / budgetMinor)
  return percent < 1 ? 'less than 1 %' : `${percent} %`
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })
const countryNames = new Intl.DisplayNames('en', { type: 'region' })

/** `es` → `Spanish`; what has no name stays as it is. */
export function languageName(tag: string): string {
  return nameIn(languageNames, tag)
}

/** `US` → `United States`. */
export function countryName(code: string): string {
  return nameIn(countryNames, code)
}

function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** `background_check` → `a background check`, `licence:electrician` → `the licence “electrician”`. */
export function requirementName(requirement: string): string {
  if (requirement === 'age_over_18') return 'an age over 18'
  if (requirement === 'background_check') return 'a background check'
  if (requirement.startsWith('licence:')) return `the licence “${requirement.slice('licence:'.length)}”`
  return requirement.replaceAll('_', ' ')
}
