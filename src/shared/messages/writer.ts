import type { Money } from './message-values.ts'
import type { ReaderLanguage } from './reader-language.ts'

/**
 * Formats lists, numbers, money, dates and names in one language, with `Intl` objects that are created once.
 */
export interface Writer {
  /** `a, b and c`. */
  list(items: readonly string[]): string
  /** `a, b or c`. */
  either(items: readonly string[]): string
  /** With at most one decimal. */
  number(value: number): string
  /** A share of 1, in whole percent. */
  percent(share: number): string
  /** Chooses the form of a noun for a number. */
  noun(count: number, one: string, other: string): string
  money(money: Money): string
  km(distance: number): string
  /** ISO date. */
  day(date: string): string
  /** ISO date, short enough for a table. */
  shortDay(date: string): string
  /** The month and year of an ISO date. */
  month(date: string): string
  /** In UTC. */
  instant(ms: number): string
  /** `today`, `yesterday`, `3 days ago`. */
  daysAgo(days: number): string
  language(tag: string): string
  country(code: string): string
  /** With its first letter in upper case. */
  capitalized(text: string): string
}

export function createWriter(language: ReaderLanguage): Writer {
  const conjunction = new Intl.ListFormat(language, { type: 'conjunction' })
  const disjunction = new Intl.ListFormat(language, { type: 'disjunction' })
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const kilometers = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 1,
  })
  const plurals = new Intl.PluralRules(language, { maximumFractionDigits: 1 })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const shortDays = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone: 'UTC', timeZoneName: 'short' },
  })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const languages = new Intl.DisplayNames(language, { type: 'language' })
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const moneyIn = currencyFormats(language)
  return {
    list: (items) => conjunction.format(items),
    either: (items) => disjunction.format(items),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    noun: (count, one, other) => (plurals.select(count) === 'one' ? one : other),
    money: moneyIn,
    km: (distance) => kilometers.format(distance),
    day: (date) => days.format(Date.parse(date)),
    shortDay: (date) => shortDays.format(Date.parse(date)),
    month: (date) => months.format(Date.parse(date)),
    instant: (ms) => instants.format(ms),
    daysAgo: (count) => relative.format(-count, 'day'),
    language: (tag) => nameIn(languages, tag),
    country: (code) => nameIn(countries, code),
    capitalized: (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1),
  }
}

function currencyFormats(language: ReaderLanguage): (money: Money) => string {
  const formats = new Map<string, { format: Intl.NumberFormat; minorUnits: number }>()
  return ({ amountMinor, currency }) => {
    if (!/^[A-Z]{3}$/.test(currency)) return `${amountMinor} ${currency}`
    let known = formats.get(currency)
    if (!known) {
      const format = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      })
      known = { format, minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) }
      formats.set(currency, known)
    }
    return known.format.format(amountMinor / known.minorUnits)
  }
}

/** Returns the code if it has no name. */
function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
