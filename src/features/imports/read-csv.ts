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
import { whyNobodys } from './rows/rows-of-nobody.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'
import { foldedWords } from './values/cell-text.ts'
import type { ReadingContext } from './values/reading.ts'

/** The header of a file. */
export interface CsvHead {
  headers: Headers
  placed: PlacedColumns
}

type HeadOptions = Pick<FileOptions, 'columns' | 'defaults' | 'key'>

/** How many columns these headers name. */
export function countColumns(
  columns: readonly Column[],
  cells: readonly string[],
  chosen: FileOptions['columns'] = {},
): number {
  return new Set(readHeaders(columns, cells, chosen).flatMap(({ column }) => column ?? [])).size
}

/** Finds the columns of a table. Throws UnreadableFile if it lacks the key. */
export function readHead(
  columns: readonly Column[],
  { header }: Pick<Table, 'header'>,
  options: HeadOptions = plainOptions,
  isKeyless = false,
): CsvHead {
  const headers = readHeaders(columns, header.cells, options.columns)
  const placed = placeColumns(columns, headers, options.defaults)
  const hasColumn = (name: string) => placed.some(({ column }) => column.name === name)
  if (hasColumn(options.key) || isKeyless) return { headers, placed }
  const advice = hasColumn('email') ? ` ${EMAIL_AS_KEY}` : ''
  throw new UnreadableFile(
    'column_missing',
    `The header has no ${options.key} column. Line ${header.line} was read as the header: ${shownHeaders(header.cells)}.${advice}`,
  )
}

/**
 * The head of a file whose forms have a column for each skill that could be ticked, named by the skill: each cell below repeats it. What
 * the first rows show counts.
 */
export function withTickedSkills(
  columns: readonly Column[],
  { headers, placed }: CsvHead,
  {
    first,
    isKnownSkill,
    options,
  }: { first: readonly CsvRecord[]; isKnownSkill(label: string): boolean; options: HeadOptions },
): CsvHead {
  if (!columns.some(({ name }) => name === 'skills')) return { headers, placed }
  const isTicked = (header: string, at: number) => {
    const cells = first.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
    return cells.length > 0 && cells.every((cell) => foldedWords(cell) === foldedWords(header))
  }
  const isFree = ({ header, column }: Headers[number]) =>
    column === null && header.trim() !== '' && !Object.hasOwn(options.columns, header.trim())
  const found = headers.map((one, at) =>
    isFree(one) && isKnownSkill(one.header.trim()) && isTicked(one.header, at)
      ? { ...one, column: 'skills' }
      : one,
  )
  if (found.every((one, at) => one === headers[at])) return { headers, placed }
  return { headers: found, placed: placeColumns(columns, found, options.defaults) }
}

const MAX_SHOWN_HEADERS = 40
const MAX_SHOWN_CHARS = 60

function shownHeaders(cells: readonly string[]): string {
  const named = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
  const shown = named.slice(0, MAX_SHOWN_HEADERS).map((cell) => cell.slice(0, MAX_SHOWN_CHARS))
  const more = named.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function remarksOnCells({ cells, notices = [] }: CsvRecord, headers: Headers): RowRemark[] {
  return [...notices, ...findGarbledCells(cells)].map(({ at, ...said }) => ({
    column: headers[at]?.column ?? headers[at]?.header ?? null,
    ...said,
    value: cells[at] ?? null,
  }))
}

/** Turns the records of one table into rows by its head. */
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
      const message = `The row has ${cells.length} cells, but the header has ${width}.`
      return unread({ column: null, code: 'too_many_cells', message, value: null })
    }
    const nobodys = whyNobodys(cells)
    if (nobodys) return unread(nobodys)
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
