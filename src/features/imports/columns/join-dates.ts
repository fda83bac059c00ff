import type { FilledCell } from './placed-columns.ts'

const YEAR = /^\d{4}$/
const NUMBER = /^\d{1,2}$/
const MONTHS = /month|monat|mes\b|mois/i

/**
 * A date whose year stands in a column of its own beside its term or month, as one text: `Spring 2028`, `2028-05`. Null if the
 * cells are no such parts.
 */
export function joinDateParts(cells: readonly FilledCell[]): string | null {
  const year = cells.find(({ text }) => YEAR.test(text))
  const [other, ...more] = cells.filter((cell) => cell !== year)
  if (!year || !other || more.length > 0) return null
  if (NUMBER.test(other.text))
    return MONTHS.test(other.header) ? `${year.text}-${other.text.padStart(2, '0')}` : null
  return /\d/.test(other.text) ? null : `${other.text} ${year.text}`
}
