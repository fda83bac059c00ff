import type { Readable } from 'node:stream'
import { dateFromSerial, format, getFormatFromId, isDateFormat, TOKEN_DATETIME, tokenize } from 'numfmt'
import { parseXml } from './xml.ts'

/** Formats the number of a cell by its style. */
export type ShowNumber = (value: string, style: number) => string

interface NumberFormat {
  pattern: string
  /** Whether it shows a whole date, and whether with a time. */
  date: 'day' | 'instant' | null
}

/** Days between the epochs of the two calendars of workbooks. */
const DAYS_TO_1904 = 1462

/** Reads the styles of a workbook. Returns a function that formats a number by the style of its cell. */
export async function readNumberFormats(
  source: Readable | null,
  { is1904 }: { is1904: boolean },
): Promise<ShowNumber> {
  const patterns = new Map<number, string>()
  const formatIds: number[] = []
  let isInStyles = false
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'numFmt') patterns.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
    else if (name === 'cellXfs') isInStyles = true
    else if (name === 'xf' && isInStyles) formatIds.push(Number(attributes.numFmtId ?? 0))
  }
  const close = (name: string) => {
    if (name === 'cellXfs') isInStyles = false
  }
  if (source) for await (const _ of parseXml(source, { open, close }));
  const formats = formatIds.map((id) => formatOf(patterns.get(id) ?? getFormatFromId(id) ?? 'General'))
  return (value, style) => shown(value, formats[style], is1904)
}

function formatOf(pattern: string): NumberFormat {
  if (!isDate(pattern)) return { pattern, date: null }
  const parts = tokenize(pattern)
    .flatMap(({ type, raw }) => (type === TOKEN_DATETIME ? raw.toLowerCase() : []))
    .join('')
  const isWhole = parts.includes('y') && parts.includes('m') && parts.includes('d')
  return { pattern, date: isWhole ? (parts.includes('h') ? 'instant' : 'day') : null }
}

function isDate(pattern: string): boolean {
  try {
    return isDateFormat(pattern)
  } catch {
    return false
  }
}

/**
 * Formats a number. Whole dates become ISO 8601, because a spreadsheet shows them differently on each computer and 3/4/2027
 * is ambiguous. Other numbers look as in the sheet.
 */
function shown(value: string, numberFormat: NumberFormat | undefined, is1904: boolean): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  if (!numberFormat || numberFormat.pattern === 'General') return plainNumber(number)
  const { pattern, date } = numberFormat
  const serial = is1904 && isDate(pattern) ? number + DAYS_TO_1904 : number
  if (date !== null) return isoOf(serial, date) ?? plainNumber(number)
  try {
    return format(pattern, serial, { throws: true })
  } catch {
    return plainNumber(number)
  }
}

function isoOf(serial: number, date: 'day' | 'instant'): string | null {
  if (serial < 0 || serial >= 2_958_466) return null
  const [year, month, day, hour, minute, second] = dateFromSerial(serial)
  const two = (part: number) => String(part).padStart(2, '0')
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const hasTime = hour !== 0 || minute !== 0 || second !== 0
  return date === 'instant' && hasTime ? `${iso} ${two(hour)}:${two(minute)}:${two(second)}` : iso
}

/** Writes a number with as many digits as a spreadsheet keeps. */
function plainNumber(number: number): string {
  const rounded = Number(number.toPrecision(15))
  return Math.abs(rounded) >= 1e21 || (rounded !== 0 && Math.abs(rounded) < 1e-6)
    ? String(rounded)
    : rounded.toString()
}
