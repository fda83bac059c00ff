import { fractionDigits } from '../../../shared/currency.ts'
import { dayRangeText } from '../values/day-ranges.ts'
import { sessionText } from '../values/sessions.ts'

const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Writes a value of a body as people write it in a spreadsheet. Null if there is no such form. */
export function plainCell(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return joined(value.map(itemText), '; ')
  if (isObject(value)) return moneyText(value) ?? weeklyHoursText(value)
  return null
}

/** Writes an entry of a list: a text, days, or a skill with its details. */
function itemText(item: unknown): string | null {
  if (typeof item === 'string') return item
  if (!isObject(item)) return null
  const { starts_on, ends_on } = item
  if (typeof starts_on === 'string' && typeof ends_on === 'string')
    return dayRangeText({ starts_on, ends_on })
  if (typeof item.starts_at === 'string') return sessionText(item)
  if (typeof item.skill !== 'string') return null
  const { skill, level, importance, hours_per_week, already_doing, ...others } = item
  if (Object.keys(others).length > 0) return null
  const hours = hours_per_week === undefined ? undefined : `${hours_per_week}h`
  const parts = [skill, level, importance, hours, already_doing === true ? 'already' : undefined]
  return parts.filter((part) => part !== undefined).join(':')
}

/** Writes an amount of money: `20.00 USD`. */
function moneyText({ amount_minor, currency }: Record<string, unknown>): string | null {
  if (typeof amount_minor !== 'number' || typeof currency !== 'string') return null
  const digits = fractionDigits(currency)
  return `${(amount_minor / 10 ** digits).toFixed(digits)} ${currency}`
}

interface Span {
  from: number
  to: number
  hours: string
}

/** Writes weekly hours: `Mon-Wed 13:00-17:00; Fri 09:00-12:00`. */
function weeklyHoursText({ windows }: Record<string, unknown>): string | null {
  if (!Array.isArray(windows)) return null
  const spans: Span[] = []
  for (const { weekday, start, end } of windows) {
    const last = spans.at(-1)
    const hours = `${start}-${end}`
    if (last?.hours === hours && last.to + 1 === weekday) last.to = weekday
    else spans.push({ from: weekday, to: weekday, hours })
  }
  return joined(
    spans.map(({ from, to, hours }) =>
      from === to ? `${DAYS[from]} ${hours}` : `${DAYS[from]}-${DAYS[to]} ${hours}`,
    ),
    '; ',
  )
}

function joined(parts: readonly (string | null)[], separator: string): string | null {
  return parts.includes(null) ? null : parts.join(separator)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
