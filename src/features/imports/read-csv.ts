import type { Column } from './columns/column.ts'
import { EXACT_CELL_FAULT } from './columns/exact-cells.ts'
import {
  blankFields,
  brokenCells,
  cellAt,
  type PlacedColumns,
  placeColumns,
  readCells,
  readHeaders,
} from './columns/read-cells.ts'
import type { Headers } from './imports.table.ts'
import { type Line, linesOf } from './rows/lines.ts'
import { type CsvRecord, recordsOf } from './rows/records.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

/** The header of a file. */
export interface CsvHead {
  headers: Headers
  placed: PlacedColumns
}

/**
 * Reads a CSV file by its header. The delimiter is the comma, semicolon or tab that the header uses most. Calls `onHead`
 * before it yields the first rows. Throws UnreadableFile.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  columns: readonly Column[],
  onHead: (head: CsvHead) => void,
): AsyncGenerator<SourceRow[]> {
  let head: CsvHead | null = null
  const lines = linesOf(source)
  const { first, delimiter } = await firstLines(lines)
  for await (const records of recordsOf(concat(first, lines), delimiter)) {
    let rows = records
    if (!head) {
      const [header, ...others] = records
      if (!header) continue
      head = readHead(columns, header)
      onHead(head)
      rows = others
    }
    const { placed, headers } = head
    yield rows.map((record) => toRow(record, placed, headers.length))
  }
  if (!head) throw new UnreadableFile('file_empty', 'The file has no header row.')
}

/** Reads up to the first line that is not blank: the header. */
async function firstLines(lines: AsyncGenerator<Line[]>): Promise<{ first: Line[]; delimiter: string }> {
  const first: Line[] = []
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    first.push(
      ...next.value.map((line) => (line.number === 1 ? { ...line, text: withoutMark(line.text) } : line)),
    )
    if (first.some(({ text }) => text.trim() !== '')) break
  }
  const header = first.find(({ text }) => text.trim() !== '')?.text ?? ''
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }))
  const { delimiter } = counts.reduce((best, one) => (one.count > best.count ? one : best))
  return { first, delimiter }
}

function withoutMark(text: string): string {
  return text.startsWith('\u{feff}') ? text.slice(1) : text
}

async function* concat(first: Line[], rest: AsyncGenerator<Line[]>): AsyncGenerator<Line[]> {
  yield first
  yield* rest
}

function readHead(columns: readonly Column[], { cells, fault }: CsvRecord): CsvHead {
  if (fault) throw new UnreadableFile(fault.code, `The header can't be read. ${fault.message}`)
  const headers = readHeaders(columns, cells)
  const placed = placeColumns(columns, headers)
  if (placed.some(({ column }) => column.name === 'external_id')) return { headers, placed }
  throw new UnreadableFile('column_missing', 'The header has no external_id column.')
}

function toRow({ line, cells, fault }: CsvRecord, placed: PlacedColumns, width: number): SourceRow {
  const row = { line, cells, externalId: null, patch: {}, blank: [], notices: [] }
  if (fault) return { ...row, fault: { column: null, value: null, ...fault } }
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    const message = `The row has ${cells.length} cells, but the header has ${width}.`
    return { ...row, fault: { column: null, code: 'too_many_cells', message, value: null } }
  }
  const key = placed.find(({ column }) => column.name === 'external_id')
  const [broken] = brokenCells(placed, cells)
  if (broken) {
    const at = { column: broken.column.name, value: cellAt(cells, broken.at) }
    return { ...row, externalId: key ? cellAt(cells, key.at) : '', fault: { ...at, ...EXACT_CELL_FAULT } }
  }
  const { external_id: externalId, ...patch } = readCells(placed, cells)
  const blank = blankFields(placed, cells)
  return { ...row, externalId: typeof externalId === 'string' ? externalId : '', patch, blank, fault: null }
}
