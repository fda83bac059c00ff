import { message } from '../../shared/messages/index.ts'
import type { Column } from './columns/column.ts'
import { readHeaders } from './columns/headers.ts'
import { type PlacedColumns, placeColumns } from './columns/placed-columns.ts'
import { type ColumnEvidence, createCellReader } from './columns/read-cells.ts'
import { EMAIL_AS_KEY } from './email-key.ts'
import { type FileOptions, plainOptions } from './file-options.ts'
import { findGarbledCells } from './files/garbled-text.ts'
import type { Table } from './files/table.ts'
import type { Headers, RowRemark } from './imports.table.ts'
import type { CsvRecord } from './rows/records.ts'
import { whyNotARecord } from './rows/rows-without-record.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'
import type { ReadingContext } from './values/reading.ts'

/** The header of a file and its columns. */
export interface CsvHead {
  headers: Headers
  placed: PlacedColumns
}

export type HeadOptions = Pick<FileOptions, 'columns' | 'defaults' | 'key'>

/** Counts the columns that these headers name. */
export function countColumns(
  columns: readonly Column[],
  cells: readonly string[],
  chosen: FileOptions['columns'] = {},
): number {
  return new Set(readHeaders(columns, cells, chosen).flatMap(({ column }) => column ?? [])).size
}

/** Finds the columns of a table. Throws UnreadableFile if the key column is missing. */
export function readHead(
  columns: readonly Column[],
  { header }: Pick<Table, 'header'>,
  options: HeadOptions = plainOptions,
  isKeyless = false,
): CsvHead {
  const headers = readHeaders(columns, header.cells, options.columns)
  const placed = placeColumns(columns, headers, options.defaults)
  const hasColumn = (name: string) =>
    placed.some(({ column }) => column.name === name || column.path.join('.') === name)
  if (hasColumn(options.key) || isKeyless) return { headers, placed }
  const advice = hasColumn('email') ? [EMAIL_AS_KEY] : []
  throw new UnreadableFile(
    'column_missing',
    message('import_key_missing', { key: options.key, line: header.line, ...shownHeaders(header.cells) }),
    ...advice,
  )
}

const MAX_SHOWN_HEADERS = 40
const MAX_SHOWN_CHARS = 60

function shownHeaders(cells: readonly string[]): { headers: string[]; more: number } {
  const named = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
  const headers = named.slice(0, MAX_SHOWN_HEADERS).map((cell) => cell.slice(0, MAX_SHOWN_CHARS))
  return { headers, more: named.length - headers.length }
}

function remarksOnCells({ cells, notices = [] }: CsvRecord, headers: Headers): RowRemark[] {
  return [...notices, ...findGarbledCells(cells)].map(({ at, ...said }) => ({
    column: headers[at]?.column ?? headers[at]?.header ?? null,
    ...said,
    value: cells[at] ?? null,
  }))
}

/** Creates a reader that converts records of a table to rows. */
export function createRowReader(
  { placed, headers }: CsvHead,
  context: ReadingContext,
  evidence?: ColumnEvidence,
): (record: CsvRecord) => SourceRow {
  const read = createCellReader(placed, context, evidence)
  const width = headers.length
  return (record) => {
    const { line, cells, fault } = record
    const notices = remarksOnCells(record, headers)
    const row = { line, cells, externalId: null, patch: {}, blank: [], notices }
    const unread = (fault: RowRemark): SourceRow => ({ ...row, faults: [fault], isRead: false })
    if (fault) return unread({ column: null, value: null, ...fault })
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      const details = [message('import_too_many_cells', { cells: cells.length, columns: width })]
      return unread({ column: null, code: 'too_many_cells', details, value: null })
    }
    const reason = whyNotARecord(cells)
    if (reason) return unread(reason)
    const { patch: all, notices: ofValues, blank, faults } = read(cells)
    const { external_id, ...patch } = all
    const externalId = typeof external_id === 'string' ? external_id : ''
    return {
      ...row,
      externalId,
      patch,
      notices: [...notices, ...ofValues],
      blank,
      faults,
      isRead: true,
    }
  }
}
