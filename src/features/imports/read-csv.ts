import type { Column } from './columns/column.ts'
import { cellAt, type PlacedColumns, placeColumns, readCells, readHeaders } from './columns/read-cells.ts'
import type { Headers } from './imports.table.ts'
import { type Line, linesOf } from './rows/lines.ts'
import { type CsvRecord, recordsOf } from './rows/records.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

/** What a file tells before its rows. */
export interface CsvHead {
  headers: Headers
  placed: PlacedColumns
}

/**
 * Reads a CSV file by its header: commas, semicolons or tabs between cells, as the header has them. `onHead` is told
 * of the header before the first rows. Throws UnreadableFile.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  columns: readonly Column[],
  onHead: (head: CsvHead) => void,
): AsyncGenerator<SourceRow[]> {
  let head: CsvHead | null = null
  const lines = linesOf(source)
  const { first, delimiter } = await firstLines(lines)
  for await (const records of recordsOf(chained(first, lines), delimiter)) {
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
  if (!head) throw new UnreadableFile('file_empty', 'The file has no header.')
}

/** The header ends with the first lines that hold more than spaces. */
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

async function* chained(first: Line[], rest: AsyncGenerator<Line[]>): AsyncGenerator<Line[]> {
  yield first
  yield* rest
}

function readHead(columns: readonly Column[], { cells, fault }: CsvRecord): CsvHead {
  if (fault) throw new UnreadableFile(fault.code, `The header can't be read. ${fault.message}`)
  const headers = readHeaders(columns, cells)
  const placed = placeColumns(columns, headers)
  if (placed.some(({ column }) => column.name === 'external_id')) return { headers, placed }
  throw new UnreadableFile(
    'column_missing',
    'The header names no column external_id, or what it is also called.',
  )
}

function toRow({ line, cells, fault }: CsvRecord, placed: PlacedColumns, width: number): SourceRow {
  const row = { line, cells, externalId: null, patch: {} }
  if (fault) return { ...row, fault: { column: null, value: null, ...fault } }
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    const message = `The row has ${cells.length} cells, the header ${width}.`
    return { ...row, fault: { column: null, code: 'too_many_cells', message, value: null } }
  }
  const key = placed.find(({ column }) => column.name === 'external_id')
  const { external_id: _, ...patch } = readCells(placed, cells)
  return { ...row, externalId: key ? cellAt(cells, key.at) : '', patch, fault: null }
}
