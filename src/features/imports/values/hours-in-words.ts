import { numberOfWords } from './number-words.ts'

/** The words for parts of an hour in one language. */
interface PartWords {
  half: ReadonlySet<string>
  quarter: ReadonlySet<string>
  and: string
  hour: ReadonlySet<string>
  /** Between a part and the hour: a quarter `of an` hour. */
  between: ReadonlySet<string>
  minute: ReadonlySet<string>
}

const set = (words: string) => new Set(words.split(' '))
const languages: readonly PartWords[] = [
  {
    and: 'and',
    half: set('half'),
    quarter: set('quarter quarters'),
    hour: set('hour hours hr hrs h'),
    between: set('of an a'),
    minute: set('minute minutes min mins m'),
  },
  {
    and: 'y',
    half: set('medio media'),
    quarter: set('cuarto cuartos'),
    hour: set('hora horas h'),
    between: set('de una'),
    minute: set('minuto minutos min m'),
  },
  {
    and: 'et',
    half: set('demi demie'),
    quarter: set('quart quarts'),
    hour: set('heure heures dheure h'),
    between: set('d dune de une'),
    minute: set('minute minutes min mn m'),
  },
  {
    and: 'und',
    half: set('halb halbe halben halber halbes'),
    quarter: set('viertel'),
    hour: set('stunde stunden std h'),
    between: set('einer der'),
    minute: set('minute minuten min m'),
  },
  {
    and: 'e',
    half: set('meio meia'),
    quarter: set('quarto quartos'),
    hour: set('hora horas h'),
    between: set('de uma'),
    minute: set('minuto minutos min m'),
  },
]

/** German writes a number and its part as one word: `zweieinhalb`, `anderthalb`, `dreiviertel`. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^anderthalb/, 'ein und halb'],
  [/^([a-z]{3,17}|\d{1,2}) ?einhalb/, '$1 und halb'],
  [/^([a-z]{3,17}|\d{1,2}) ?einviertel/, '$1 und ein viertel'],
  // Three quarters of one. `Ein dreiviertel` may also be one and three quarters, and stays unread.
  [/^(?:einer? )?dreiviertel(?!$)/, 'drei viertel '],
  [/^(?!ein )([a-z]{3,17}|\d{1,2}) ?dreiviertel/, '$1 und drei viertel'],
  [/\bhalbstunde/, 'halb stunde'],
  [/\bviertelstunde/, 'viertel stunde'],
]

/**
 * Reads hours with a part in words, or with minutes, in five languages: `one and a half`, `2 and a quarter`, `una hora y media`,
 * `zweieinhalb`, `1 hour 30`, `une heure trente`, `zwanzig Stunden und fünf Minuten`. Expects folded words. Null for anything
 * else, such as `half past two` and `halb drei`.
 */
export function hoursInWords(folded: string): number | null {
  const text = COMPOUNDS.reduce((before, [compound, words]) => before.replace(compound, words), folded)
  const words = text.split(' ').filter((word) => word !== '')
  for (const language of languages) {
    const hours = hoursIn(words, language) ?? hoursAndMinutesIn(words, language)
    if (hours !== null) return hours
  }
  return null
}

/** Reads the words from their end: the unit, the part, `and`, and the whole hours. */
function hoursIn(words: readonly string[], { and, half, quarter, hour, between }: PartWords): number | null {
  const left = [...words]
  if (hour.has(left.at(-1) ?? '')) {
    left.pop()
    while (between.has(left.at(-1) ?? '')) left.pop()
  }
  const part = left.pop() ?? ''
  if (!half.has(part) && !quarter.has(part)) return null
  // `Cuarto` alone is a room as well.
  if (quarter.has(part) && words.length === 1) return null
  const count = left.length > 0 && left.at(-1) !== and ? countOf([left.pop() ?? '']) : 1
  const isKnown = half.has(part) ? count === 1 : count === 1 || count === 2 || count === 3
  if (count === undefined || !isKnown) return null
  const share = half.has(part) ? 0.5 : count / 4
  if (left.length === 0) return share
  const whole = left.at(-1) === and ? hoursBefore(left.slice(0, -1), hour) : null
  return whole === null ? null : whole + share
}

/** Reads what precedes a part: `two`, `two hours`, `hora`. */
function hoursBefore(words: readonly string[], hour: ReadonlySet<string>): number | null {
  if (!hour.has(words.at(-1) ?? '')) return countOf(words) ?? null
  return words.length === 1 ? 1 : (countOf(words.slice(0, -1)) ?? null)
}

/** Fewer minutes without their unit may be a decimal or a typing error: `1 hour 5`. */
const LEAST_BARE_MINUTES = 10
const MINUTES_PER_HOUR = 60

/** Reads `1 hour 30`, `two hours and twenty minutes`, `une heure trente`. */
function hoursAndMinutesIn(words: readonly string[], { and, hour, minute }: PartWords): number | null {
  const at = words.findIndex((word) => hour.has(word))
  const hours = at <= 0 ? undefined : countOf(words.slice(0, at))
  if (hours === undefined) return null
  const left = words.slice(words[at + 1] === and ? at + 2 : at + 1)
  const hasUnit = minute.has(left.at(-1) ?? '')
  const minutes = countOf(hasUnit ? left.slice(0, -1) : left)
  if (minutes === undefined || minutes >= MINUTES_PER_HOUR) return null
  return hasUnit || minutes >= LEAST_BARE_MINUTES ? hours + minutes / MINUTES_PER_HOUR : null
}

function countOf(words: readonly string[]): number | undefined {
  const [word = '', ...more] = words
  if (more.length > 0) return numberOfWords(words.join(' '))
  if (word === 'a' || word === 'an') return 1
  return /^\d{1,2}$/.test(word) ? Number(word) : numberOfWords(word)
}
