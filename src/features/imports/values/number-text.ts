import { plainSigns } from './cell-text.ts'
import type { DecimalSign } from './reading.ts'

/** What digits with points, commas, spaces or apostrophes between them can mean. */
export type NumberText =
  | { kind: 'number'; value: number }
  /** `1,500`: the sign is a decimal sign or separates thousands. */
  | { kind: 'either'; asDecimal: number; asThousands: number }
  | { kind: 'none' }

const NONE: NumberText = { kind: 'none' }
const SHAPE = /^[+-]?\d[\d., ']*$/
const MAX_CHARS = 40

/**
 * Reads a number in plain signs (see `plainSigns`), with or without separated thousands. A known decimal sign decides
 * `1,500`.
 */
export function readNumberText(text: string, decimal?: DecimalSign): NumberText {
  const trimmed = text.trim()
  if (trimmed.length > MAX_CHARS || !SHAPE.test(trimmed)) return NONE
  const factor = trimmed.startsWith('-') ? -1 : 1
  const digits = trimmed.replace(/^[+-]/, '')
  if (digits.includes(' ') || digits.includes("'")) return scaled(withSpacedThousands(digits), factor)
  return scaled(withPointsAndCommas(digits, decimal), factor)
}

function scaled(found: NumberText, factor: number): NumberText {
  if (found.kind === 'none') return found
  if (found.kind === 'number') return { kind: 'number', value: factor * found.value }
  return { kind: 'either', asDecimal: factor * found.asDecimal, asThousands: factor * found.asThousands }
}

/** Reads `1 234 567,8` and `1'234.50`. */
function withSpacedThousands(digits: string): NumberText {
  const separator = digits.includes(' ') ? ' ' : "'"
  const [whole = '', decimals, ...more] = digits.split(/[.,]/)
  if (more.length > 0 || (decimals !== undefined && !/^\d+$/.test(decimals))) return NONE
  return inGroups(whole.split(separator)) ? numberOf(whole.replaceAll(separator, ''), decimals) : NONE
}

function withPointsAndCommas(digits: string, decimal: DecimalSign | undefined): NumberText {
  const last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  const other = last === '.' ? ',' : '.'
  const parts = digits.split(last)
  if (parts.length === 1) return numberOf(digits)
  const [whole = '', decimals = ''] = parts
  if (digits.includes(other)) {
    // With both signs, the last one precedes the decimals.
    if (parts.length > 2) return NONE
    return inGroups(whole.split(other)) && decimals !== ''
      ? numberOf(whole.replaceAll(other, ''), decimals)
      : NONE
  }
  if (parts.length > 2) return inGroups(parts) ? numberOf(parts.join('')) : NONE
  if (decimals === '') return NONE
  const mayBeThousands = inGroups(parts) && !whole.startsWith('0')
  if (!mayBeThousands || decimal === last) return numberOf(whole, decimals)
  if (decimal !== undefined) return numberOf(whole + decimals)
  return { kind: 'either', asDecimal: Number(`${whole}.${decimals}`), asThousands: Number(whole + decimals) }
}

function inGroups(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups
  return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group))
}

function numberOf(whole: string, decimals = ''): NumberText {
  if (!/^\d+$/.test(whole)) return NONE
  return { kind: 'number', value: Number(decimals === '' ? whole : `${whole}.${decimals}`) }
}

const NUMBERS = /\d[\d., ']*/g
const MAX_CELL_CHARS = 120

/**
 * Returns, for each number with points or commas in a cell, its decimal sign (`12,5`, `1.500,00`, `1.000.000`), or `either`
 * if it has two meanings (`1.500`).
 */
export function signsIn(cell: string): (DecimalSign | 'either')[] {
  if (cell.length > MAX_CELL_CHARS) return []
  return [...plainSigns(cell).matchAll(NUMBERS)].flatMap(([text]) => signIn(upToLastDigit(text)) ?? [])
}

function signIn(text: string): DecimalSign | 'either' | null {
  const { kind } = readNumberText(text)
  if (kind !== 'number') return kind === 'either' ? 'either' : null
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')]
  if (point < 0 && comma < 0) return null
  const last = point > comma ? '.' : ','
  const other = last === '.' ? ',' : '.'
  // In 1.000.000 the points separate thousands.
  return text.split(last).length > 2 ? other : last
}

/** Removes the signs and spaces after the number. */
export function upToLastDigit(text: string): string {
  let to = text.length
  while (to > 0 && !/\d/.test(text.charAt(to - 1))) to--
  return text.slice(0, to)
}
