import { message } from '../../../shared/messages/index.ts'
import { type AgeBand, ageBands } from '../../postings/index.ts'
import { foldedWords, withoutAccents } from './cell-text.ts'
import { type Reading, read, shortened, unreadableAs } from './reading.ts'

/** First and last age of each band. */
const AGES: Readonly<Record<AgeBand, readonly [number, number]>> = {
  under_16: [0, 15],
  '16_17': [16, 17],
  '18_20': [18, 20],
  '21_plus': [21, 120],
}

const setOf = (words: string) => new Set(words.split(' '))

/** Words next to an age, in English, Spanish, French, German and Portuguese. */
const OLDER = setOf(
  'over above older plus upwards least ab uber alter mindestens mas mayor mayores mais maior maiores',
)
const BELOW = setOf('under below younger less unter junger menor menores menos moins abaixo')
const AT_MOST = setOf('most bis hochstens hasta jusqu jusqua ate')
/** Words that may be next to an age and change nothing. */
const NEUTRAL_WORDS = setOf(
  'age aged years year yrs yr old alt and or to than at up from between the jahre jahr und oder zwischen anos ano edad de del y o a entre que ans an age et ou entre e idade',
)

/**
 * Reads an age: a band, an age in years, or a range. If several bands are possible, returns the youngest with a note, so
 * that nobody is taken for older than they are.
 */
export function readAgeBand(cell: string): Reading<AgeBand> {
  const named = foldedWords(cell).replaceAll(' ', '_')
  const exact = ageBands.find((band) => band === named)
  if (exact) return read(exact)
  const range = rangeIn(cell)
  if (!range) return unreadableAs('age', cell)
  const [least, most] = range
  const band = ageBands.find((one) => least <= AGES[one][1]) ?? '21_plus'
  const isExact = most <= AGES[band][1]
  return read(band, isExact ? null : message('import_read_as_youngest', { cell: shortened(cell), band }))
}

/** Returns the first and last age that a cell may mean, both included. */
function rangeIn(cell: string): [number, number] | undefined {
  const text = withoutAccents(cell)
  const parts = foldedWords(cell).split(' ')
  const words = parts.filter((part) => !IS_AGE.test(part))
  const [first, second, ...more] = parts.filter((part) => IS_AGE.test(part)).map(Number)
  const has = (known: ReadonlySet<string>) => words.some((word) => known.has(word))
  if (first === undefined || more.length > 0) return undefined
  if (words.some((word) => ![OLDER, BELOW, AT_MOST, NEUTRAL_WORDS].some((known) => known.has(word))))
    return undefined
  if (second !== undefined) return first <= second ? [first, second] : undefined
  if (text.includes('<') || has(BELOW)) return [0, first - 1]
  if (has(AT_MOST) || words.join(' ').startsWith('up to')) return [0, first]
  if (/[>+]/.test(text) || has(OLDER) || words.includes('up')) return [first, 120]
  return [first, first]
}

const IS_AGE = /^1?\d\d?$/
