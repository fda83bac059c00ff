import type { FilledCell } from './placed-columns.ts'

const YEAR = /^\d{4}$/
const NUMBER = /^\d{1,2}$/
const MONTHS = /month|monat|mes\b|mois/i

/**
 * Joins a date whose year is in a separate column from its term or month: `Spring 2028`, `2028-05`. Null if the cells are
 * not such parts.
 */
export function joinDateParts(cells: readonly FilledCell[]): string | null {
  const year = cells.find(({ text }) => YEAR.test(text))
  const [other, ...more] = cells.filter((cell) => cell !== year)
  if (!year || !other || more.length > 0) return null
  if (NUMBER.test(other.text))
    return MONTHS.test(other.header) ? `${year.text}-${other.text.padStart(2, '0')}` : null
  return /\d/.test(other.text) ? null : `${other.text} ${year.text}`
}

/** Columns whose cells may be only a time of day, each with the column of its day. */
export const DAY_OF_TIME: Readonly<Record<string, string>> = { starts_at: 'worked_on', ends_at: 'worked_on' }

const TIME_OF_DAY =
  /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s?(?:(a\.?|p\.?)(?:\s?m\.?)?)?(?:\s?uhr|\s?hrs?|\s?h)?$/i

export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text.trim())
}

/** Puts the row's day before a time of day: `1/18/2027 9:00 AM`. Returns any other text unchanged. */
export function withDay(text: string, day: string | undefined): string {
  const [, hour, minute = '00', half] = TIME_OF_DAY.exec(text.trim()) ?? []
  if (hour === undefined || day === undefined) return text
  const said = half === undefined ? '' : ` ${half.charAt(0).toUpperCase()}M`
  return `${day} ${hour.padStart(2, '0')}:${minute}${said}`
}
