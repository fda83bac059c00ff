import type { Fault } from '../../shared/errors.ts'
import type { Merged } from '../postings/index.ts'
import { cellIn, columnAt, type PlacedColumns } from './columns/read-cells.ts'
import type { ImportRow, ImportRun, RowRemark } from './imports.table.ts'
import { noOrigins, remarkInDocument } from './rows/source-document.ts'
import type { SourceRow } from './source-row.ts'

const MAX_VALUE_CHARS = 200

type RowResult = Pick<
  ImportRow,
  'line' | 'externalId' | 'outcome' | 'resourceId' | 'faults' | 'notices' | 'cells'
>

/** What the report says of a row. `merged` is undefined for a row that was refused before it was merged. */
export function rowResult(
  { format, mode }: Pick<ImportRun, 'format' | 'mode'>,
  row: SourceRow,
  merged: Merged | undefined,
  placed: PlacedColumns,
): RowResult {
  const storable = (remarks: readonly RowRemark[]) =>
    remarks.map((remark) => ({ ...remark, value: storableText(remark.value) }))
  const notices = row.notices.length > 0 ? storable(row.notices) : null
  const cells = row.cells.map((cell) => cell.replaceAll('\0', '\u{fffd}').toWellFormed())
  const named = { line: row.line, externalId: storableText(row.externalId), notices }
  if (merged && merged.outcome !== 'rejected') {
    // A dry run creates nothing that could be looked up.
    const exists = merged.outcome !== 'created' || mode === 'apply'
    return {
      ...named,
      outcome: merged.outcome,
      resourceId: exists ? merged.id : null,
      faults: null,
      cells: notices && cells,
    }
  }
  const faults = row.fault ? [row.fault] : (merged?.faults ?? []).map(remarksOn(format, row, placed))
  return {
    ...named,
    outcome: 'rejected',
    resourceId: null,
    faults: storable(faults),
    cells,
  }
}

/** Turns a fault of the body into a remark on the row: at its column, or at its place in the JSON. */
export function remarksOn(
  format: ImportRun['format'],
  row: SourceRow,
  placed: PlacedColumns,
): (fault: Fault) => RowRemark {
  const { document = null } = row
  if (format !== 'ndjson') return (fault) => atColumn(row, fault, placed)
  return (fault) => remarkInDocument(document ?? { value: row.patch, origins: noOrigins }, fault)
}

function atColumn(row: SourceRow, { pointer, code, detail }: Fault, placed: PlacedColumns): RowRemark {
  const found = columnAt(placed, pointer)
  const column = found?.column.name ?? (pointer.replace(/^\//, '') || null)
  return { column, code, message: detail, value: found ? cellIn(found, row.cells, placed) : null }
}

/** Shortened, and without NUL, which Postgres cannot store. */
function storableText(text: string | null): string | null {
  return text?.slice(0, MAX_VALUE_CHARS).replaceAll('\0', '\u{fffd}').toWellFormed() ?? null
}
