import { type Found, fullYear, isYear } from './calendar-day.ts'
import { lastMonthOfSeason, SOUTHERN_COUNTRIES } from './calendar-words.ts'
import { foldedWords } from './cell-text.ts'
import { type ReadingContext, unread } from './reading.ts'

const MAX_CHARS = 60
/** Words beside a term or a year that say nothing more. */
const BESIDE_TERMS = new Set(
  'semester term of de del du da do le the class grad graduation semestre trimestre periodo ay'.split(' '),
)
const WINTERS = new Set('winter invierno hiver inverno wintersemester wise ws'.split(' '))
const WINTER_SEMESTERS = new Set('wintersemester wise ws'.split(' '))
/** Short forms of seasons beside a year. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ sp: 'spring', spr: 'spring', su: 'summer', sum: 'summer', fa: 'fall', fal: 'fall', f: 'fall' },
  ...{ wi: 'winter', win: 'winter' },
}
/** The letters and the digits of `SP28` and `2028FA`. */
const BORDER = /(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g

/** The last month of a term with its year: `Spring 2028`, `SP28`, `Fall '27`, `WS 2027/28`. Null if the text names none. */
export function seasonIn(shown: string, { country = '' }: ReadingContext): Found | null {
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
  // JSON Resume's years are read as their June too.
  if (name === undefined) return years.length > 1 ? null : { month: { year: first, month: 6 }, notes: [] }
  // The semester that begins in October ends in March.
  if (WINTER_SEMESTERS.has(name) && years.length > 1) return { month: { year: last, month: 3 }, notes: [] }
  const month = lastMonthOfSeason.get(name)
  if (month === undefined && !WINTERS.has(name)) return null
  if (month === undefined || SOUTHERN_COUNTRIES.has(country)) return unread('term', shown)
  // Of an academic year the autumn comes first.
  return { month: { year: month === 12 ? first : last, month }, notes: [] }
}

/** One year, or the two of an academic year such as 2027/28. A year of two digits needs a term beside it. */
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
