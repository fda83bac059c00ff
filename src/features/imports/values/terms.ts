import { type DayOrMonth, fullYear, isYear } from './calendar-day.ts'
import { lastMonthOfSeason, SOUTHERN_COUNTRIES } from './calendar-words.ts'
import { foldedWords } from './cell-text.ts'
import { type ReadingContext, unreadableAs } from './reading.ts'

const MAX_CHARS = 60
/** Words next to a term or a year that add nothing. */
const BESIDE_TERMS = new Set(
  'semester term of de del du da do le the class grad graduation semestre trimestre periodo ay'.split(' '),
)
const WINTERS = new Set('winter invierno hiver inverno wintersemester wise ws'.split(' '))
const WINTER_SEMESTERS = new Set('wintersemester wise ws'.split(' '))
/** Short forms of seasons next to a year. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ sp: 'spring', spr: 'spring', su: 'summer', sum: 'summer', fa: 'fall', fal: 'fall', f: 'fall' },
  ...{ wi: 'winter', win: 'winter' },
}
/** Border between letters and digits: `SP28`, `2028FA`. */
const BORDER = /(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g

/**
 * Returns the last month of a term with its year: `Spring 2028`, `SP28`, `Fall '27`, `WS 2027/28`. Null if the text names no
 * term.
 */
export function seasonIn(shown: string, { country = '' }: ReadingContext): DayOrMonth | null {
  if (shown.length > MAX_CHARS) return null
  const words = foldedWords(shown)
    .replace(BORDER, ' ')
    .split(' ')
    .filter((word) => !BESIDE_TERMS.has(word))
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const [said, ...more] = words.filter((word) => !numbers.includes(word))
  if (more.length > 0) return null
  const name = said === undefined ? undefined : (SHORT[said] ?? said)
  const years = yearsIn(numbers, name !== undefined)
  if (!years) return null
  const [first, last = first] = years
  // JSON Resume's years are also read as June.
  if (name === undefined) return years.length > 1 ? null : { month: { year: first, month: 6 }, notes: [] }
  // The semester that begins in October ends in March.
  if (WINTER_SEMESTERS.has(name) && years.length > 1) return { month: { year: last, month: 3 }, notes: [] }
  const month = lastMonthOfSeason.get(name)
  if (month === undefined && !WINTERS.has(name)) return null
  if (month === undefined || SOUTHERN_COUNTRIES.has(country)) return unreadableAs('term', shown)
  // An academic year begins with its autumn.
  return { month: { year: month === 12 ? first : last, month }, notes: [] }
}

/** Returns one year, or the two of an academic year such as 2027/28. A year of two digits needs a term next to it. */
function yearsIn(numbers: readonly string[], hasName: boolean): [number, number?] | null {
  const [first, second, ...more] = numbers
  if (first === undefined || more.length > 0) return null
  const isFull = first.length === 4
  if (!isFull && !(hasName && first.length === 2)) return null
  const year = fullYear(first)
  if (!isYear(year)) return null
  if (second === undefined) return [year]
  const next = second.length === 4 ? Number(second) : second.length === 2 ? fullYear(second) : 0
  return next === year + 1 ? [year, next] : null
}
