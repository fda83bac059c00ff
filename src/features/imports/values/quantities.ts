import { message } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'
import { plainSigns } from './cell-text.ts'
import { type NumberText, readNumberText, upToLastDigit } from './number-text.ts'
import type { DecimalSign } from './reading.ts'
import { readAsValue, shortened } from './reading.ts'

/** A quantity as people write it: an amount with words around it, perhaps a range or a limit. */
export interface Quantity {
  amount: NumberText
  /** Text before and after the amount, in lower case. */
  before: string
  after: string
  /** What the words around the amount mean. For a range the amount is the lower end, otherwise the limit. */
  kind: 'exact' | 'range' | 'at_most' | 'at_least' | 'about'
}

const FRACTIONS: Readonly<Record<string, string>> = {
  ...{
    '½': '.5',
    '¼': '.25',
    '¾': '.75',
    '⅓': '.333333',
    '⅔': '.666667',
    '⅛': '.125',
    '⅜': '.375',
    '⅝': '.625',
    '⅞': '.875',
  },
}
const FRACTION_SIGNS = /[½¼¾⅓⅔⅛⅜⅝⅞]/
const MIXED = /^(\d{1,4}) ([1-7])[/⁄]([2348])( ?[^\d\s]*)$/
const PLAIN_FRACTION = /^([1-7])[/⁄]([2348])( ?[^\d\s]*)$/
const AMOUNT = /\d[\d., ']*/g
const TO = new Set('- -- to bis a ate à até al or oder o ou and y und et e'.split(' '))
const AT_MOST =
  "up to|max|max.|maximum|no more than|not more than|at most|less than|under|<|<=|≤|bis|bis zu|maximal|höchstens|hasta|máximo|como máximo|máx.|jusqu'à|au plus|maxi|até|no máximo"
const AT_LEAST =
  'at least|min|min.|minimum|more than|over|from|>|>=|≥|mindestens|ab|mínimo|al menos|mín.|desde|au moins|à partir de|pelo menos|no mínimo|a partir de'
const ABOUT =
  '~|≈|about|approx|approx.|approximately|around|roughly|circa|ca.|ca|c.|etwa|ungefähr|rund|unos|aproximadamente|aprox.|environ|env.|cerca de'
const BETWEEN = new Set(['between', 'from', 'zwischen', 'von', 'entre', 'de'])

type Limit = Exclude<Quantity['kind'], 'range'>
const limits = new Map<string, Limit>([
  ...AT_MOST.split('|').map((words) => [words, 'at_most'] as const),
  ...AT_LEAST.split('|').map((words) => [words, 'at_least'] as const),
  ...ABOUT.split('|').map((words) => [words, 'about'] as const),
])
const MAX_CHARS = 120

/** Splits a quantity into its parts. Null if the text contains no amount, or several that are not a range. */
export function quantityIn(cell: string, decimal?: DecimalSign): Quantity | null {
  if (cell.length > MAX_CHARS) return null
  const text = plainSigns(withFractions(cell)).toLowerCase()
  const found = [...text.matchAll(AMOUNT)].map((match) => ({
    text: upToLastDigit(match[0]),
    at: match.index,
  }))
  const [first, second, ...more] = found
  if (!first || more.length > 0) return null
  const before = text.slice(0, first.at).trim()
  const amount = readNumberText(first.text, decimal)
  if (amount.kind === 'none') return null
  const behind = text.slice(first.at + first.text.length)
  if (!second) return { amount, ...limited(before, behind.trim()) }
  const other = readNumberText(second.text, decimal)
  const between = text.slice(first.at + first.text.length, second.at).trim()
  const after = text.slice(second.at + second.text.length).trim()
  if (other.kind === 'none' || !isRangeSign(between, before, after)) return null
  return { amount, before: BETWEEN.has(before) ? '' : before, after, kind: 'range' }
}

/**
 * Tells whether a text joins the ends of a range. Only the unit or the currency sign may be repeated: `10h - 15h`,
 * `$15-$20`.
 */
function isRangeSign(between: string, before: string, after: string): boolean {
  const words = between
    .replaceAll('-', ' - ')
    .split(' ')
    .filter((word) => word !== '')
  const repeated = words.filter((word) => !TO.has(word)).join(' ')
  return (
    words.length > 0 &&
    repeated.length < between.length &&
    (repeated === before || after.startsWith(repeated))
  )
}

function limited(before: string, after: string): Pick<Quantity, 'before' | 'after' | 'kind'> {
  if (after.startsWith('+')) return { before, after: after.slice(1).trim(), kind: 'at_least' }
  const kind = limits.get(before)
  if (kind !== undefined) return { before: '', after, kind }
  const sign = limits.get(before.charAt(0))
  if (sign !== undefined && !/\p{L}/u.test(before.charAt(0)))
    return { before: before.slice(1).trim(), after, kind: sign }
  const trailing = [...limits].find(
    ([words]) => words.length > 2 && (after === words || after.endsWith(` ${words}`)),
  )
  if (trailing)
    return { before, after: after.slice(0, after.length - trailing[0].length).trim(), kind: trailing[1] }
  return { before, after, kind: 'exact' }
}

/** Converts `7½`, `7 1/2` and `½` to decimals. */
export function withFractions(cell: string): string {
  const trimmed = cell.trim()
  const [, whole, above, below, unit = ''] = MIXED.exec(trimmed) ?? []
  if (whole !== undefined) return `${Number(whole) + Number(above) / Number(below)}${unit}`
  const [, numerator, denominator, itsUnit = ''] = PLAIN_FRACTION.exec(trimmed) ?? []
  if (numerator !== undefined) return `${Number(numerator) / Number(denominator)}${itsUnit}`
  const sign = FRACTION_SIGNS.exec(trimmed)
  if (!sign) return cell
  const head = trimmed.slice(0, sign.index).trimEnd()
  const isWhole = /\d$/.test(head)
  return `${isWhole ? head : `${head} 0`}${FRACTIONS[sign[0]] ?? ''}${trimmed.slice(sign.index + 1)}`
}

/** Returns a note for a quantity that is not one exact number, or null. */
export function noteOnQuantity(kind: Quantity['kind'], cell: string, value: string): Detail | null {
  if (kind === 'range') return message('import_read_as_lower', { cell: shortened(cell), value })
  if (kind === 'exact') return null
  return readAsValue(cell, value)
}
