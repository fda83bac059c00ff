import { parse } from 'csv-parse/sync'
import { type Detail, rowMessage } from '../details.ts'
import type { Line } from './lines.ts'

/** A remark on a cell, by its position in a row. */
export interface CellNotice {
  at: number
  code: string
  details: Detail[]
}

/** A row of a CSV file: its cells, or why it can't be read. */
export interface CsvRecord {
  /** Line on which it begins. */
  line: number
  cells: string[]
  fault: { code: string; details: Detail[] } | null
  /** Remarks on its cells. */
  notices?: readonly CellNotice[]
  /** Cells with the values of merged cells repeated in each column. Only if the row has merged cells. */
  across?: readonly string[]
  /** Whether the sheet hides the row. */
  isHidden?: boolean
}

/** A quoted cell with more lines than this was never closed. */
const MAX_LINES_OF_RECORD = 1000
const MAX_CHARS_OF_RECORD = 256 * 1024

const faults = {
  tooLong: { code: 'row_too_long', details: [rowMessage('row_too_long')] },
  unclosed: { code: 'quote_not_closed', details: [rowMessage('quote_not_closed')] },
  misquoted: {
    code: 'quote_misplaced',
    details: [rowMessage('quote_misplaced')],
  },
}

/**
 * Joins lines to records: one line each, or several if a quoted cell contains line breaks. If a quotation mark is never
 * closed, only its own line is lost, and the lines after it are read again. Skips blank rows.
 */
export async function* recordsOf(
  source: AsyncIterable<Line[]>,
  delimiter: string,
): AsyncGenerator<CsvRecord[]> {
  let open: Line[] = []
  for await (const lines of source) {
    const { records, left } = joinLines([...open, ...lines], delimiter, false)
    open = left
    yield records
  }
  yield joinLines(open, delimiter, true).records
}

/** Returns the record that begins at this line, and the position of the line after it. Null if it is blank. */
export function recordAt(
  lines: readonly Line[],
  at: number,
  delimiter: string,
): { record: CsvRecord; next: number } | null {
  const next = at + (recordLength(lines, at) ?? 1)
  const [record] = joinLines(lines.slice(at, next), delimiter, true).records
  return record ? { record, next } : null
}

function joinLines(lines: readonly Line[], delimiter: string, isEnd: boolean) {
  const records: CsvRecord[] = []
  /** Lines that are whole records. Parsing them together is several times faster. */
  let plain: Line[] = []
  const flush = () => {
    records.push(...parseLines(plain, delimiter))
    plain = []
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    if (line.isTooLong || isBalanced(line.text)) {
      plain.push(line)
      at += 1
      continue
    }
    const length = recordLength(lines, at)
    if (length === null && !isEnd && !cannotClose(lines, at)) {
      flush()
      return { records, left: lines.slice(at) }
    }
    flush()
    const record = length === null ? null : parseRecord(lines.slice(at, at + length), delimiter)
    records.push(record ?? { line: line.number, cells: [line.text], fault: faults.unclosed })
    at += record && length !== null ? length : 1
  }
  flush()
  return { records, left: [] }
}

/** Returns the number of lines that make up a record. Null if its quotation marks are not closed. */
function recordLength(lines: readonly Line[], from: number): number | null {
  let isOpen = false
  let chars = 0
  for (let at = from; at < lines.length && at - from < MAX_LINES_OF_RECORD; at++) {
    const line = lines[at]
    if (!line || line.isTooLong) return null
    if (!isBalanced(line.text)) isOpen = !isOpen
    chars += line.text.length
    if (!isOpen) return at - from + 1
    if (chars > MAX_CHARS_OF_RECORD) return null
  }
  return null
}

/** Tells whether further lines could not close the record either. */
function cannotClose(lines: readonly Line[], from: number): boolean {
  let chars = 0
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.isTooLong) return true
    chars += line.text.length
    if (at - from >= MAX_LINES_OF_RECORD || chars > MAX_CHARS_OF_RECORD) return true
  }
  return false
}

function isBalanced(text: string): boolean {
  let isOpen = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOpen = !isOpen
  return !isOpen
}

function parseLines(lines: readonly Line[], delimiter: string): CsvRecord[] {
  const parsed = lines.some(({ isTooLong, text }) => isTooLong || text === '')
    ? null
    : parsedTogether(lines, delimiter)
  const records = lines.flatMap((line, at): CsvRecord[] => {
    if (line.isTooLong) return [{ line: line.number, cells: [line.text], fault: faults.tooLong }]
    const cells = parsed ? parsed[at] : cellsOf(line.text, delimiter)
    return [
      cells
        ? { line: line.number, cells, fault: null }
        : { line: line.number, cells: [line.text], fault: faults.misquoted },
    ]
  })
  return records.filter(({ cells, fault }) => fault || cells.some((cell) => cell.trim() !== ''))
}

function parsedTogether(lines: readonly Line[], delimiter: string): string[][] | null {
  const rows = tryParse(lines.map(({ text }) => text).join('\n'), delimiter)
  return rows?.length === lines.length ? rows : null
}

function cellsOf(text: string, delimiter: string): string[] | null {
  if (text === '') return []
  const rows = tryParse(text, delimiter)
  return rows?.length === 1 ? (rows[0] ?? null) : null
}

/** Parses lines as one record. Null if they are not one, because a quotation mark was opened by mistake. */
function parseRecord(lines: readonly Line[], delimiter: string): CsvRecord | null {
  const cells = cellsOf(lines.map(({ text }) => text).join('\n'), delimiter)
  return cells && { line: lines[0]?.number ?? 0, cells, fault: null }
}

/** `="00123"` without outer quotation marks, as programs write a number that should stay a text. */
const BARE_FORMULA = /(^|[\n,;\t|])="([^"\n]{0,200})"(?=$|[\n,;\t|])/g

function tryParse(text: string, delimiter: string): string[][] | null {
  return parsed(text, delimiter) ?? (text.includes('="') ? parsed(quotedFormulas(text), delimiter) : null)
}

function quotedFormulas(text: string): string {
  return text.replace(BARE_FORMULA, '$1"=""$2"""')
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' })
  } catch {
    return null
  }
}
