import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/** What an Excel of a country does to a CSV file that somebody opens, edits and saves. */
export interface Excel {
  separator: ',' | ';'
  decimal: '.' | ','
  true: string
  false: string
  day(year: string, month: string, day: string): string
  /** A day as people of the country write it: year, month, day. */
  writtenDay(text: string): [string, string, string] | null
  months: readonly string[]
  dayOfMonth(day: number, month: string): string
  /** Text that it takes for a day without a year: day and month. */
  shortDay(text: string): [number, number] | null
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const unpadded = (part: string) => String(Number(part))

export const american: Excel = {
  separator: ',',
  decimal: '.',
  true: 'TRUE',
  false: 'FALSE',
  day: (year, month, day) => `${unpadded(month)}/${unpadded(day)}/${year}`,
  writtenDay(text) {
    const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
    return year === undefined ? null : [year, month, day]
  },
  months,
  dayOfMonth: (day, month) => `${day}-${month}`,
  shortDay(text) {
    const [, month = '', day] = /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? []
    return day === undefined ? null : [Number(day), Number(month)]
  },
}

export const german: Excel = {
  separator: ';',
  decimal: ',',
  true: 'WAHR',
  false: 'FALSCH',
  day: (year, month, day) => `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`,
  writtenDay(text) {
    const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
    return year === undefined ? null : [year, month, day]
  },
  months: 'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' '),
  dayOfMonth: (day, month) => `${String(day).padStart(2, '0')}. ${month}`,
  shortDay(text) {
    const [, day = '', month] = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
    return month === undefined ? null : [Number(day), Number(month)]
  },
}

/** Opens a file, edits its rows (the header first), and saves it as "CSV UTF-8". */
export function editIn(excel: Excel, file: string, edit: (rows: string[][]) => void): string {
  // Without a byte order mark the bytes are taken for windows-1252.
  const text = file.startsWith('\u{feff}') ? file.slice(1) : Buffer.from(file).toString('latin1')
  const rows: string[][] = parse(text, { delimiter: excel.separator, relax_column_count: true })
  const shown = rows.map((row) => row.map((cell) => shownCell(excel, cell)))
  edit(shown)
  return `\u{feff}${stringify(shown, { delimiter: excel.separator, record_delimiter: '\r\n' })}`
}

function shownCell(excel: Excel, cell: string): string {
  if (/^[=+@-]/.test(cell) && !isNumber(excel, cell)) return '#NAME?'
  if (/^(true|wahr)$/i.test(cell)) return excel.true
  if (/^(false|falsch)$/i.test(cell)) return excel.false
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell) ?? []
  if (year !== undefined) return excel.day(year, month, day)
  const written = excel.writtenDay(cell)
  if (written) return excel.day(...written)
  const short = excel.shortDay(cell)
  const name = short && excel.months[short[1] - 1]
  if (name) return excel.dayOfMonth(short[0], name)
  const [, named, years] = /^([A-Za-z]{3})[a-z]* (\d{4})$/.exec(cell) ?? []
  if (named !== undefined && years !== undefined && excel.months.includes(named))
    return `${named}-${years.slice(2)}`
  return isNumber(excel, cell) ? shownNumber(excel, cell) : cell
}

function isNumber({ decimal }: Excel, cell: string): boolean {
  return decimal === ',' ? /^[+-]?\d+(,\d+)?$/.test(cell) : /^[+-]?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(cell)
}

function shownNumber({ decimal }: Excel, cell: string): string {
  const value = Number(cell.replace(',', '.'))
  if (Math.abs(value) < 1e11) return String(value).replace('.', decimal)
  return value.toExponential(5).toUpperCase().replace('.', decimal)
}
