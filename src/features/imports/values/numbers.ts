import { message } from '../../../shared/messages/index.ts'
import { withoutAccents } from './cell-text.ts'
import type { NumberText } from './number-text.ts'
import { withDigits } from './number-words.ts'
import { noteOnQuantity, quantityIn } from './quantities.ts'
import {
  type Reading,
  type ReadingContext,
  read,
  readAsValue,
  shortened,
  type Unreadable,
  unreadable,
  unreadableAs,
} from './reading.ts'

interface NumberOptions {
  /** Range of the column, such as that of latitudes. It decides `48.856` if only one of its meanings is in the range. */
  min?: number
  max?: number
  /** A correct value, for the message. */
  example?: string
}

/** Reads a number. `1,500` is unreadable unless the file's decimal sign or the range of the column decides it. */
export function readNumber(
  cell: string,
  context: ReadingContext,
  options: NumberOptions = {},
): Reading<number> {
  const { example = '10' } = options
  const found = quantityIn(cell, context.decimal)
  if (!found || (found.before !== '' && found.before !== '-') || found.after !== '')
    return notNumber(cell, example)
  const amount = settleAmount(found.amount, cell, options)
  if ('unreadable' in amount) return amount
  const value = found.before === '-' ? -amount.value : amount.value
  return read(value, noteOnQuantity(found.kind, cell, String(value)))
}

/** Reads a count, such as the number of positions: `2`, `2.0`, `2 positions`, `two`, `two (2)`. */
export function readCount(cell: string, context: ReadingContext): Reading<number> {
  const found = quantityIn(withDigits(cell), context.decimal)
  if (found?.before !== '' || !isCounted(found.after)) return unreadableAs('count', cell)
  const amount = settleAmount(found.amount, cell, {})
  if ('unreadable' in amount) return amount
  if (!Number.isInteger(amount.value)) return unreadableAs('count', cell)
  return read(amount.value, noteOnQuantity(found.kind, cell, String(amount.value)))
}

const COUNTED = new Set(
  `positions position openings opening people person students student interns intern spots spot places stellen stelle platze
  platz plazas plaza puestos puesto postes poste places vagas vaga`.split(/\s+/),
)

function isCounted(unit: string): boolean {
  return unit === '' || COUNTED.has(withoutAccents(unit))
}

/** Decides `1,500` by the range of the column, or reports what it may mean. */
export function settleAmount(
  amount: NumberText,
  cell: string,
  { min, max }: Pick<NumberOptions, 'min' | 'max'>,
): { value: number } | Unreadable {
  if (amount.kind === 'number') return amount
  if (amount.kind === 'none') return notNumber(cell, '10')
  const { asDecimal, asThousands } = amount
  const fits = [asDecimal, asThousands].filter(
    (value) => min !== undefined && max !== undefined && value >= min && value <= max,
  )
  if (fits.length === 1 && fits[0] !== undefined) return { value: fits[0] }
  return unreadable(message('import_number_ambiguous', { cell: shortened(cell), asThousands, asDecimal }))
}

function notNumber(cell: string, example: string): Unreadable {
  return unreadable(message('import_number_unread', { cell: shortened(cell), example }))
}

const HOURS =
  `hour hours hr hrs h hs std std. stunde stunden hora horas heure heures hour(s) hr(s) hrs.`.split(' ')
const A_WEEK = [
  ...[
    '',
    '/week',
    '/wk',
    '/w',
    '/woche',
    '/semana',
    '/semaine',
    '/sem',
    'per week',
    'a week',
    'each week',
    'weekly',
    'per wk',
  ],
  ...[
    'pro woche',
    'die woche',
    'in der woche',
    'wochentlich',
    'por semana',
    'a la semana',
    'semanales',
    'semanais',
    'par semaine',
  ],
  ...['/ week', '/ wk', '/ woche', '/ semana', '/ semaine', 'hebdo', 'every week', 'a wk'],
]
const weeklyHours = new Set([
  ...['hpw', 'hpw.', 'wochenstunden', 'weekly hours', ...A_WEEK],
  ...HOURS.flatMap((hour) => A_WEEK.flatMap((week) => [`${hour}${week}`, `${hour} ${week}`.trim()])),
])
const WITH_MINUTES = /^(\d{1,3}) ?h(?:rs?|ours?)? ?(\d{2})(?: ?m(?:in)?)?$/
const OF_ANOTHER_TIME = [
  [/month|monat|mes\b|mensual|mois|mensuel/, 'hours_per_month'],
  [/day|tag\b|taglich|dia|jour/, 'hours_per_day'],
  [/year|jahr|ano|annee|semester|term/, 'hours_of_longer_time'],
] as const

/** Reads hours per week: `10 hours`, `10 hrs/week`, `7,5 Std.`, `7½`. Uses the lower number of `10-15`. */
export function readHoursPerWeek(cell: string, context: ReadingContext): Reading<number> {
  const [, whole, minutes] = WITH_MINUTES.exec(withoutAccents(cell).slice(0, 40)) ?? []
  if (whole !== undefined && Number(minutes) < 60) return read(Number(whole) + Number(minutes) / 60)
  const found = quantityIn(cell, context.decimal)
  if (found?.before !== '') return unreadableAs('hours_per_week', cell)
  const unit = withoutAccents(found.after).replace(/\.$/, '')
  if (!weeklyHours.has(unit)) {
    const other = OF_ANOTHER_TIME.find(([words]) => words.test(unit))?.[1]
    return unreadableAs(other ?? 'hours_per_week', cell)
  }
  const amount = settleAmount(found.amount, cell, {})
  if ('unreadable' in amount) return amount
  return read(amount.value, noteOnQuantity(found.kind, cell, String(amount.value)))
}

const KM_OF_UNIT: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['', 'km', 'kms', 'kilometer', 'kilometers', 'kilometre', 'kilometres', 'kilometro', 'kilometros'].map(
      (unit) => [unit, 1],
    ),
  ),
  ...Object.fromEntries(
    ['mi', 'mile', 'miles', 'milla', 'millas', 'meile', 'meilen', 'milha', 'milhas', 'mille', 'milles'].map(
      (unit) => [unit, 1.609344],
    ),
  ),
  ...Object.fromEntries(['m', 'meter', 'meters', 'metre', 'metres', 'metros'].map((unit) => [unit, 0.001])),
}

/** Reads a distance in kilometers: `25 km`, `15 miles`. */
export function readDistanceKm(cell: string, context: ReadingContext): Reading<number> {
  const found = quantityIn(cell, context.decimal)
  const unit = withoutAccents(found?.after ?? '').replace(/\.$/, '')
  const factor = Object.hasOwn(KM_OF_UNIT, unit) ? KM_OF_UNIT[unit] : undefined
  if (found?.before !== '' || factor === undefined) return unreadableAs('distance', cell)
  const amount = settleAmount(found.amount, cell, {})
  if ('unreadable' in amount) return amount
  if (factor === 1) return read(amount.value, noteOnQuantity(found.kind, cell, `${amount.value} km`))
  const km = Math.round(amount.value * factor * 10) / 10
  return read(km, readAsValue(cell, `${km} km`))
}
